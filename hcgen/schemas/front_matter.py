"""The schema of the keys at the top of an article."""

from hcgen.schemas._pieces import day, days, flag, group, text, texts, whole_number

SCHEMA = {
    "title": "Front matter of an article",
    **group(
        "The keys between two lines --- at the top of an article.",
        {
            "title": text("What customers ask, in their words."),
            "description": text("One sentence for lists and search engines."),
            "id": text("A name that stays when the file moves; never used again for another."),
            "slug": text("Last part of the address: small letters, digits and hyphens."),
            "keywords": texts("Words that customers search for and the text does not use."),
            "questions": texts("Other ways in which customers ask this."),
            "tags": texts("Words that join articles."),
            "audience": texts("For whom it is."),
            "service": text("Service whose channels are offered below the article."),
            "owner": text("Who looks after it."),
            "reviewed": day("When somebody last read it through."),
            "review_every": days("How often somebody should."),
            "aliases": texts("Old addresses of the article."),
            "related": texts("Paths or ids of articles that help next."),
            "order": whole_number("Place within the topic; small numbers come first."),
            "featured": flag("true: it stands on the home page."),
            "draft": flag("true: customers do not see it."),
            "publish_from": day("The first day on which customers see it."),
            "publish_until": day("The last day on which customers see it."),
            "source_hash": text("What a translation was made from; hcgen writes it."),
        },
    ),
}
