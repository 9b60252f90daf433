"""What a reader can do whom an article did not help."""

from dataclasses import dataclass
from urllib.parse import urlencode

from hcgen.model.addresses import Entry
from hcgen.model.channel import Channel
from hcgen.model.url import encode_path
from hcgen.pages.composer import Composer
from hcgen.pages.frame import Frame
from hcgen.pages.parts.channel_lines import ChannelLine, channel_line


@dataclass(frozen=True, slots=True)
class ArticleFeedback:
    """The question whether an article helped, and what a “no” leads to.

    Attributes:
        endpoint: Takes the answer; empty: nothing does.
        analytics: Script that is told of the answer; empty: none.
        article: The article's key, for those who read the answers.
        request: Where the contact page helps to write a request about the article's topic.
        channels: Those that suit the article's topic; messages to them name the article.
    """

    endpoint: str
    analytics: str
    article: str
    request: str
    channels: tuple[ChannelLine, ...]

    @property
    def is_asked(self) -> bool:
        """An answer goes somewhere; else the page does not ask."""
        return bool(self.endpoint or self.analytics)


def article_feedback(
    composer: Composer, frame: Frame, entry: Entry, channels: tuple[Channel, ...]
) -> ArticleFeedback:
    """Return the feedback part of an article's page."""
    words = composer.wording(frame.language.tag)
    title = entry.article.title.value
    url = composer.absolute(entry.address) or encode_path(entry.address)
    subject = words.text("feedback.subject", title=title)
    message = words.text("feedback.body", title=title, url=url)
    settings = composer.centre.settings.feedback
    return ArticleFeedback(
        endpoint=settings.endpoint if settings else "",
        analytics=settings.analytics if settings else "",
        article=entry.article.key,
        request=f"{frame.contact}?{urlencode({'about': entry.topic})}#hc-request",
        channels=tuple(
            channel_line(composer, frame, channel, subject=subject, message=message)
            for channel in channels
        ),
    )
