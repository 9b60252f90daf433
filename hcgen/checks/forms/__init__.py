"""FRM: forms, portals and forums."""
