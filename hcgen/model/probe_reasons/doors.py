"""What the pages of chats and forms show beside being there."""

REASONS = {
    "form-by-script": "scripts have yet to write the page, so its form cannot be seen from here",
    "form-not-encrypted": "what is written into the form is sent without encryption",
    "form-there": "the page holds a form",
    "frame-refused": "the page does not let the help centre show it in a frame",
    "no-form": "the page opens but holds no form",
    "page-as-any-other": "the page looks the same as one that does not exist",
    "page-by-script": "scripts have yet to write the page, which looks like any other until then",
    "page-too-long-for-form": "no form is in the first part of a very long page",
    "script-empty": "the script of the chat is empty",
    "script-loads": "the script of the chat loads",
    "script-of-another-type": "the script of the chat comes as something other than a script",
}
