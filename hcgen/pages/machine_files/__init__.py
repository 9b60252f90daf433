"""Files of a site that programs read: feeds, lists, copies, contacts, headers."""
