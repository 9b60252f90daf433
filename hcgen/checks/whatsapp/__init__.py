"""WAP: numbers on WhatsApp."""
