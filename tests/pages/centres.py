"""A help centre in Arabic and Japanese with a channel of every sort."""

RICH_CENTRE: dict[str, str] = {
    "mkdocs.yml": "site_name: Awan\nsite_url: https://help.example.com/help/\n"
    "theme: {name: material, logo: assets/logo.svg}\n"
    "plugins: [{hcgen: {languages: [ar, ja], social_image: assets/card.svg}}]\n",
    "content/assets/logo.svg": "<svg/>",
    "content/assets/card.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1200" '
    'height="630"/>',
    "content/assets/steps.svg": "<svg/>",
    "content/topics.yml": "topics:\n  - path: account\n    title: {ar: الحساب, ja: アカウント}\n",
    "content/channels.yml": """
organisation: {name: Awan K.K., country: JP, timezone: Asia/Tokyo}
hours:
  office:
    mon-fri: "08:00-12:00, 13:00-24:00"
    sat: "22:00-02:00"
    exceptions:
      - {from: 2027-02-10, to: 2027-03-11, mon-fri: "08:00-15:00"}
      - {from: 2027-01-01, to: 2027-01-01}
channels:
  - {id: calls, kind: phone, number: "03-1234-5678", hours: office, languages: [ja, en],
     services: [technical-support], description: {ar: للأعطال, ja: 故障のとき}}
  - {id: short, kind: phone, number: "188", hours: always}
  - {id: both, kind: phone, number: "188", alternative: "+81 3 1234 5678"}
  - {id: mail, kind: email, address: help@example.com, subject: Help, hours: always}
  - {id: chat, kind: chat, url: "https://chat.example.com/"}
  - {id: counter, kind: visit, label: 窓口, street: 1-2-3 Marunouchi, locality: Chiyoda,
     region: Tokyo, postal_code: "100-0005", hours: office}
  - {id: letters, kind: postal, street: PO Box 1, locality: Chiyoda, postal_code: "100-0005"}
""",
    "content/ar/account/reset.md": "---\ntitle: كيف أغيّر كلمة المرور؟\n"
    "questions: [كيف أغيّر كلمة المرور]\nreviewed: 2026-11-10\n---\nاضغط على الزر.\n",
    "content/ja/account/reset.md": "---\ntitle: パスワードの再設定\n"
    "questions: [メールが届かないときは, ほかの質問]\nreviewed: 2026-11-10\n---\n"
    "新しいものを選びます。\n\n## メールが届かないときは？\n\n迷惑メールを確認します。\n\n"
    "### それでも\n\nお問い合わせください。\n\n## 最後に\n\nログインします。\n",
    "content/ja/account/only.md": "---\ntitle: 日本語だけ\n---\n![図](../../assets/steps.svg)\n",
}
