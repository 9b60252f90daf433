"""CHT: chats."""
