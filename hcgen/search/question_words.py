"""Words in which questions are put, by language: they say little about what is looked for.

Only closed classes of words are here: interrogatives, pronouns, helping verbs, and the words of
politeness. In a query they count half, because articles have them so seldom that they would look
telling. Korean ones are given as the pieces that they are cut into; without them a third of all
questions looked foreign to the site. Chinese ones, measured too, need none.
"""

from collections.abc import Mapping

QUESTION_WORDS: Mapping[str, str] = {
    "en": "how what why where when who which whose do does did can could should would will i me my "
    "us am was were been no there here these those please t s m don isn doesn won",
    "id": "bagaimana gimana apa apakah mengapa kenapa dimana mana kapan siapa berapa cara caranya "
    "saya aku kita tak bisa boleh ya tolong mohon supaya",
    "ms": "bagaimana macam apa apakah mengapa kenapa mana bila siapa berapa cara saya aku kita tak "
    "boleh ya tolong sila",
    "de": "wie was warum wieso weshalb wo wann wer wen wem welche welcher welches ich du er man "
    "mir mich mein meine meinen meiner meinem kann könnte sind hat haben und am kein keine bitte",
    "es": "cómo qué por porqué dónde cuándo quién cuál cuáles yo me mi mis tú te puedo puede está",
    "fr": "comment que quoi pourquoi où quand qui quel quelle quels quelles je j me mon ma mes "
    "peux peut est qu c svp",
    "pt-BR": "como que por porquê onde quando quem qual quais eu me meu minha meus minhas posso "
    "pode está é",
    "tl": "paano ano bakit saan kailan sino alin ako ko akin po ba maaari",
    "vi": "làm sao nào gì tại đâu khi ai tôi mình có thể được thế không cách",
    "ar": "كيف ماذا لماذا أين متى من هل أنا لي",
    "ko": "어떻 떻게 무엇 무슨 왜 언제 어디 디서 누가 누구 얼마 "
    "나요 까요 습니 니까 세요 주세 알려 려주 싶어 어요",
    "hi": "कैसे क्या क्यों कहाँ कब कौन मैं मुझे मेरा मेरी मेरे कर सकता सकते सकती",
}
