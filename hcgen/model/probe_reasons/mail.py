"""What the DNS and mail servers show of a mail address."""

REASONS = {
    "implicit-mx": "the domain names no mail host, so mail goes to its web server, if anywhere",
    "mail-host-missing": "one of the mail hosts of the domain does not exist",
    "mail-host-private": "one of the mail hosts of the domain is in a private network",
    "mail-hosts-missing": "none of the mail hosts of the domain exists",
    "mail-hosts-private": "the mail hosts of the domain are in a private network",
    "mail-hosts-there": "mail for the domain has a host to go to",
    "mta-sts-bars-all": "the policy of the domain (MTA-STS) names none of its mail hosts",
    "mta-sts-leaves-out": "the policy of the domain (MTA-STS) does not name all of its mail hosts",
    "mta-sts-unreadable": "the policy of the domain (MTA-STS) cannot be read",
    "mx-is-address": "a mail host of the domain is written as an address, which many do not take",
    "mx-is-alias": "a mail host of the domain is an alias, which is not allowed",
    "no-dmarc": "without a DMARC record, replies to customers may end as spam",
    "no-mail-host": "the domain has no mail host",
    "no-spf": "without an SPF record, replies to customers may end as spam",
    "null-mx": "the domain says that it takes no mail",
    "null-mx-among-others": "the domain says that it takes no mail, and yet names mail hosts",
}
