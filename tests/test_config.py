"""Settings are read where there are any, and a mistake in them is told and costs only itself."""

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from reader import config
from reader.config import Settings
from reader.errors import ConfigError


def test_pullquote_home_holds_everything(monkeypatch, tmp_path):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path))
    assert config.paths() == config.Paths(
        tmp_path / "library.db", tmp_path / "config.toml", tmp_path, tmp_path / "pages"
    )


def test_pullquote_home_may_be_relative_or_start_at_home(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PULLQUOTE_HOME", "here")
    assert config.paths().library == tmp_path / "here" / "library.db"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PULLQUOTE_HOME", "~/there")
    assert config.paths().config == tmp_path / "there" / "config.toml"


@pytest.mark.parametrize("home", [None, ""])
def test_without_it_the_files_are_in_the_folders_of_the_system(monkeypatch, tmp_path, home):
    monkeypatch.delenv("PULLQUOTE_HOME", raising=False)
    if home is not None:
        monkeypatch.setenv("PULLQUOTE_HOME", home)
    for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    assert config.paths() == config.Paths(
        Path(platformdirs.user_data_dir("pullquote")) / "library.db",
        Path(platformdirs.user_config_dir("pullquote")) / "config.toml",
        Path(platformdirs.user_log_dir("pullquote")),
        Path(platformdirs.user_cache_dir("pullquote")) / "pages",
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config.toml"


def test_no_file_means_the_defaults(path):
    assert config.load(path) == Settings()
    assert Settings() == Settings(theme="auto", export_folder=None)


def test_the_persons_own_file_is_read(monkeypatch, tmp_path):
    monkeypatch.setenv("PULLQUOTE_HOME", str(tmp_path))
    (tmp_path / "config.toml").write_text("theme = 'sepia'\n")
    assert config.load() == Settings(theme="sepia")
    assert config.read() == (Settings(theme="sepia"), ())


def test_a_home_below_a_file_has_no_settings(tmp_path):
    (tmp_path / "file").write_text("x")
    assert config.load(tmp_path / "file" / "config.toml") == Settings()


def test_an_empty_file_means_the_defaults(path):
    path.write_text("# nothing yet\n")
    assert config.load(path) == Settings()


@pytest.mark.parametrize(
    ("folder", "expected"),
    [("/notes", "/notes"), ("~/notes", "HOME/notes"), ("notes", "HERE/notes"), ("", None)],
)
def test_the_folder_for_exports_starts_at_home_or_at_the_file(monkeypatch, path, folder, expected):
    monkeypatch.setenv("HOME", "/home/ada")
    path.write_text(f'export_folder = "{folder}"\n')
    wanted = expected and Path(expected.replace("HOME", "/home/ada").replace("HERE", str(path.parent)))
    assert config.load(path).export_folder == wanted


WRONG = [
    ("theme = 3\n", Settings(), "theme in line 1: input should be a valid string"),
    ("\n# x\n  theme=['a']\n", Settings(), "theme in line 3: input should be a valid string"),
    ("export_folder = 4\ntheme = 'sepia'\n", Settings(theme="sepia"), "export_folder in line 1: input is not a valid path"),
    ("theme = 'sepia'\nthme = 'x'\n", Settings(theme="sepia"), "thme in line 2: there is no such setting (there are ascii, backup_megabytes, export.template, export_folder, hyphenate, justify, keys, speak_friendly, theme)"),
    ("[kees]\nnext = 'x'\n", Settings(), "kees in line 1: there is no such setting"),
    ("'odd key' = 1\n", Settings(), "odd key in line 1: there is no such setting"),
    ('"odd\\tkey" = 1\n', Settings(), "odd\tkey: there is no such setting"),
    ("b = 1\na = 2\ntheme = 1\n", Settings(), "; theme in line 3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "settings", "sentence"), WRONG)
def test_a_mistake_is_reported_with_file_line_key_and_reason_and_the_rest_is_used(path, text, settings, sentence):
    path.write_text(text)
    found, [diagnostic] = config.read(path)
    assert found == settings
    assert sentence in diagnostic
    assert str(path) in diagnostic
    assert diagnostic.endswith(".")
    with pytest.raises(ConfigError):
        config.load(path)


def test_mistakes_are_reported_in_the_order_of_their_lines(path):
    path.write_text("b = 1\na = 2\n")
    [diagnostic] = config.read(path)[1]
    assert diagnostic.index("b in line 1") < diagnostic.index("a in line 2")


def test_a_key_in_tables_without_end_has_all_their_names(path):
    path.write_text(f"[keys]\n{'a.' * 2_000}b = 'j'\n")
    assert config.load(path).keys == {f"{'a.' * 2_000}b": "j"}


@pytest.mark.parametrize(
    ("write", "sentence"),
    [
        (lambda path: path.write_text("theme = \n"), "is not valid TOML (Invalid value (at line 1, column 9))"),
        (lambda path: path.write_text(f"theme = {'[' * 5_000}"), "is not valid TOML (its values are nested too deep)"),
        (lambda path: path.write_text(f"theme = {'9' * 5_000}"), "is not valid TOML (Exceeds the limit"),
        (lambda path: path.write_bytes(b"theme = '\xff'\n"), "could not be read (it is not UTF-8)"),
        (lambda path: path.mkdir(), "could not be read (Is a directory)"),
    ],
)
def test_for_a_file_that_cannot_be_read_the_defaults_are_used(path, write, sentence):
    write(path)
    settings, [diagnostic] = config.read(path)
    assert settings == Settings()
    assert sentence in diagnostic
    assert "are used" in diagnostic


def test_pydantic_is_loaded_only_for_settings_that_need_it(path):
    script = (
        "import sys; from pathlib import Path; from reader import config\n"
        "config.read(Path(sys.argv[1])); print('pydantic' in sys.modules, 'tomllib' in sys.modules)"
    )

    def run():
        return subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True).stdout

    assert run() == "False False\n"
    path.write_text("theme = 'sepia'\nexport_folder = 'notes'\n")
    assert run() == "False True\n"
    path.write_text("theme = 3\n")
    assert run() == "True True\n"


def test_keys_may_stand_in_quotes_or_with_dots_or_in_tables(path):
    path.write_text('ascii = true\n[keys]\n"move.down" = "j"\nmove.up = "k"\n[keys.quotation]\nnext = "n"\n')
    assert config.load(path) == Settings(ascii=True, keys={"move.down": "j", "move.up": "k", "quotation.next": "n"})


def test_keys_that_are_not_a_string_are_reported_with_their_line(path):
    path.write_text('[keys]\nmove.down = 3\nmove.up = "k"\n')
    settings, [diagnostic] = config.read(path)
    assert settings.keys == {"move.up": "k"}
    assert "move.down in line 2: its keys are a string" in diagnostic


def test_keys_that_are_not_a_table_are_reported(path):
    path.write_text('keys = "j"\n')
    settings, [diagnostic] = config.read(path)
    assert settings.keys == {}
    assert "keys in line 1" in diagnostic


def test_described_faults_come_in_the_order_of_the_lines(path):
    path.write_text('[keys]\n"b.c" = "x"\n"a.b" = "y"\n')
    told = config.describe_faults({"a.b": "No such name", "b.c": "no such key"}, path)
    assert "b.c in line 2: no such key; a.b in line 3: no such name" in told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, 'theme = "sepia"\n'),
        ("", 'theme = "sepia"\n'),
        ("# mine\nexport_folder = 'x'\n", "theme = \"sepia\"\n# mine\nexport_folder = 'x'\n"),
        ("# mine\ntheme = 'auto' # why\n[keys]\n", '# mine\ntheme = "sepia"\n[keys]\n'),
        ("[keys]\ntheme = 'x'\n", "theme = \"sepia\"\n[keys]\ntheme = 'x'\n"),
    ],
)
def test_saving_a_theme_changes_its_line_and_nothing_else(path, before, after):
    if before is not None:
        path.write_text(before)
    config.save_theme("sepia", path)
    assert path.read_text() == after
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_theme_that_cannot_be_saved_is_reported(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigError, match="could not be saved"):
        config.save_theme("sepia", tmp_path / "file" / "config.toml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('export.template = "obsidian"', "obsidian"),
        ('[export]\ntemplate = "notes.md"', "{folder}/notes.md"),
        ('export = {template = "/a/notes.j2"}', "/a/notes.j2"),
        ('export.template = ""', None),
        ("[export]\n", None),
    ],
)
def test_the_template_of_exports_is_a_preset_or_a_file(tmp_path, text, expected):
    file = tmp_path / "config.toml"
    file.write_text(text)
    found = config.load(file).export_template
    assert found == (expected and expected.format(folder=tmp_path))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[export]\ntemplate = 3\n", "export.template in line 2: "),
        ('export.temlate = "x"\n', "export.temlate in line 1: there is no such setting"),
        ("export = 3\n", "export in line 1: there is no such setting"),
    ],
)
def test_a_mistake_in_the_settings_of_exports_is_named_with_its_line(tmp_path, text, sentence):
    file = tmp_path / "config.toml"
    file.write_text(text)
    settings, (diagnostic,) = config.read(file)
    assert settings.export_template is None
    assert sentence in diagnostic
