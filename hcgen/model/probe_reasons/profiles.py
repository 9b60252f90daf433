"""What profiles on networks show, and what cannot be tried from outside at all."""

REASONS = {
    "letters-not-sent": "whether letters arrive cannot be tried from here",
    "network-refuses-programs": "the network refuses programs, whether the profile is there or not",
    "network-shows-nothing": "the network answers the same whether the profile is there or not",
    "network-unknown": "nothing is known of how this network shows its profiles",
    "network-wants-login": "the network shows profiles only to those who sign in",
    "no-target": "the channel names nothing that could be tried",
    "nobody-went-there": "whether somebody is there cannot be seen from here",
    "number-impossible": "no telephone number of any country looks like this",
    "phone-not-dialled": "a phone cannot be dialled from here; only a test call shows it",
    "profile-gone": "the network says that there is no such profile",
    "profile-signs-missing": "the page shows neither that the profile is there nor that it is not",
    "profile-signs-useless": "the network says the same of names that are there and that are not",
    "profile-there": "the profile is there",
    "whatsapp-shows-nothing": "a link to WhatsApp opens for every number; only a message shows it",
}
