"""Modules that import each other keep together under their published names."""

from hypothesis import given
from hypothesis import strategies as st

from hcgen.pages.theme_files import ThemeFiles

FILES = {
    "main.js": b'import { one } from "./part.js";\nconst later = () => import("./late.js");\n',
    "part.js": b'export { one } from "./deep.js";\n',
    "deep.js": b"export const one = 1;\n",
    "late.js": b'import "./main.js";\nimport x from "./missing.js";\nimport y from "other";\n',
    "site.css": b'@import "./part.js";\n',
}


def named(files: dict[str, bytes]) -> dict[str, str]:
    theme = ThemeFiles("static", files)
    return {name: theme.path(name) for name in files}


def test_imports_name_the_published_files() -> None:
    theme = ThemeFiles("static", FILES)
    published = dict(theme.published())
    main = published[theme.path("main.js")].decode()
    part = theme.path("part.js").removeprefix("static/")
    late = theme.path("late.js").removeprefix("static/")
    assert f'from"./{part}"' in main
    assert f'import("./{late}")' in main
    assert b'import x from"./missing.js";import y from"other"' in published[theme.path("late.js")]
    assert published[theme.path("site.css")] == FILES["site.css"]
    assert theme.paths == tuple(sorted(published))


def test_a_name_changes_with_all_that_a_module_reaches() -> None:
    before, after = named(FILES), named({**FILES, "deep.js": b"export const one = 2;\n"})
    changed = {name for name in FILES if before[name] != after[name]}
    assert changed == {"main.js", "part.js", "deep.js", "late.js"}


def test_a_module_names_all_that_it_needs() -> None:
    theme = ThemeFiles("static", FILES)
    assert theme.imported("main.js") == ("deep.js", "late.js", "part.js")
    assert theme.imported("deep.js") == ()
    assert theme.imported("site.css") == ()


@given(
    st.dictionaries(
        st.from_regex(r"[a-c]\.js", fullmatch=True),
        st.lists(st.sampled_from("abcd")).map(
            lambda names: "".join(f'import "./{name}.js";' for name in names).encode()
        ),
    )
)
def test_circles_of_modules_are_published_too(files: dict[str, bytes]) -> None:
    theme = ThemeFiles("static", files)
    assert len(dict(theme.published())) == len(files)
