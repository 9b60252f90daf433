"""TGM: handles on Telegram."""
