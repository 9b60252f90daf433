"""SLA: how soon customers are told to hear from somebody."""
