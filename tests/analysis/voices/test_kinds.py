"""The kind of a voice follows from its role, body and outlet."""

import pytest

from reader.analysis import analyse
from reader.sources import verbatim
from tests.analysis.voices.marked_texts import voice

KINDS = {
    "{FBI Director Dana Okoro} said ⟨no⟩.": "official",
    "In an interview with the Herald, {Dana Okoro} said ⟨no⟩.": "person",
    "{Dana Okoro} ~said~ on Radio Vela that ⟨it leaks⟩.": "person",
    "{Dana Okoro, a critic of the plan,} said ⟨no⟩.": "person",
    "{The Vela High Commissioner for Tides} said ⟨no⟩.": "official",
    "{The Vela Centre for Tides} said ⟨no⟩.": "organisation",
    "{The Eel Council on Tides} said ⟨no⟩.": "organisation",
    "{Mary Governor} said ⟨no⟩.": "person",
    "{Dana Okoro}, via the Lisk Tribune, said ⟨no⟩.": "person",
    "The $49 Quorve Bridge 2 fits. {Quorve} said ⟨no⟩.": "organisation",
    "Quorve Bridge fits. {Quorve} said ⟨no⟩.": "person",
    "{Study author Dana Okoro} said ⟨no⟩.": "expert",
    "{The author Dana Okoro} said ⟨no⟩.": "journalist",
    "{Dana Okoro} was quoted by the news site Plain Talk: ⟨no⟩.": "person",
    "In statements to the same channel, {Dana Okoro} said ⟨no⟩.": "person",
    "At the foundation, {Dana Okoro, a wheelwright,} said ⟨no⟩.": "person",
    "{The foundation, Okoro Vela,} said ⟨no⟩.": "organisation",
    "{Televisão do Mar} said ⟨no⟩.": "publication",
    "{Dana Okoro, a fellow at the Delta Institute,} said ⟨no⟩.": "expert",
    "{Dana Okoro, director of the Delta Institute,} said ⟨no⟩.": "expert",
    "{Dana Okoro, chief medical correspondent of the Herald,} said ⟨no⟩.": "journalist",
    "{Dana Okoro, senior author at Delta University,} said ⟨no⟩.": "expert",
    "{Dr. Dana Okoro} said ⟨no⟩.": "expert",
    "{Former diplomat Lin Zhao} said ⟨no⟩.": "expert",
    "{Former president Lin Zhao} said ⟨no⟩.": "official",
    "{Sen. Anna Weir} said ⟨no⟩.": "official",
    "{Dana Okoro of the Delta Institute} said ⟨no⟩.": "expert",
    "{Dana Okoro}, who teaches law at Delta University, said ⟨no⟩.": "expert",
    "{Dana Okoro, a member of the choir,} said ⟨no⟩.": "person",
    "{Dana Okoro, a member of parliament,} said ⟨no⟩.": "official",
    "Delta Foods fell. {Company president Dana Okoro} said ⟨no⟩.": "official",
    "{Gen. Weir} said ⟨no⟩.": "official",
    "{Attorney General Ann Bell} said ⟨no⟩.": "official",
    "{Blogger Ann Bell} said ⟨no⟩.": "journalist",
    "{Brian Cray} ~wrote~ in the Vela Times ⟨no⟩.": "journalist",
    "At the Vela Times, {Ana Reis and Ivo Trask} ~wrote~ ⟨no⟩.": "journalist",
    "{Ana Reis and Ivo Trask} ~wrote~ ⟨no⟩.": "person",
    "{Brian Cray} ~wrote~ on Facebook ⟨no⟩.": "person",
    "{The Economist} said ⟨no⟩.": "publication",
    "{The Zembla Herald} said ⟨no⟩.": "publication",
    "{the newspaper Nueva Vela} said ⟨no⟩.": "publication",
    "{the group Nueva Vela} said ⟨no⟩.": "organisation",
    "{the consultancy Bright & Moll} said ⟨no⟩.": "organisation",
    "{The orchestra Blue Reed} said ⟨no⟩.": "organisation",
    "{The Delta Council} said ⟨no⟩.": "organisation",
    "{France and Spain} said ⟨no⟩.": "organisation",
    "{Dana Okoro, head of Varland's rescue agency,} said ⟨no⟩.": "official",
    "{Dana Okoro, head of public relations at the ministry,} said ⟨no⟩.": "official",
    "{The BBC Tarn's Dana Okoro} said ⟨no⟩.": "journalist",
    "{Varland's Tern news agency} said ⟨no⟩.": "publication",
    "{Varland state media} said ⟨no⟩.": "publication",
    "{Local newspapers} said ⟨no⟩.": "publication",
    "{a new study} said ⟨no⟩.": "publication",
    "{the police commissioner} said ⟨no⟩.": "official",
    "{a commissioner} said ⟨no⟩.": "unnamed",
    "{The blog Weir Notes} said ⟨no⟩.": "publication",
    "{The Varland military} said ⟨no⟩.": "organisation",
    "{George Church} said ⟨no⟩.": "person",
    "{Dana Okoro} said ⟨no⟩.": "person",
    "{Dana Okoro} ~told~ the Vela Times ⟨no⟩.": "person",
    "For the news agency Northwind, {Ana Reis and Ivo Trask} ~reported~ ⟨no⟩.": "journalist",
    "{The Upland Almanac} said ⟨no⟩.": "publication",
    "As minister, Ivo Trask left. In The Vela Times {Ivo Trask} ~wrote~ ⟨no⟩. {The former minister} said ⟨no⟩.": "official",
    "{Dana Okoro, legal director of the rights group Vela Azul,} said ⟨no⟩.": "expert",
    "{Dana Okoro, director of the Delta Federation,} said ⟨no⟩.": "person",
    "{Dana Okoro, bureau chief for Vela Newspapers,} said ⟨no⟩.": "journalist",
    "{Dana Okoro, former director of the Vela Times,} said ⟨no⟩.": "journalist",
    "{The authority’s director, Dana Okoro,} said ⟨no⟩.": "official",
    "{Dana Okoro}, who leads the opposition on the council, said ⟨no⟩.": "official",
    "{Dana Okoro}, who heads the Federation of Bakers, said ⟨no⟩.": "person",
    "{Canal+} said ⟨no⟩.": "organisation",
    "{The complaint} said ⟨no⟩.": "publication",
    "{House Judiciary Committee Chairman Dana Okoro} said ⟨no⟩.": "official",
    "{Roe campaign manager Dana Okoro} said ⟨no⟩.": "official",
    "{Dana Okoro, chief executive of Vela Motors,} said ⟨no⟩.": "person",
    "{Dana Okoro, chair of the port authority,} said ⟨no⟩.": "official",
    "{Dana Okoro, head of Varland’s rescue agency,} said ⟨no⟩.": "official",
    "{Dana, Vela Times reader,} said ⟨no⟩.": "person",
    "{the Vela government} said ⟨no⟩.": "organisation",
    "{the statistical office} said ⟨no⟩.": "organisation",
    "{her staff} said ⟨no⟩.": "unnamed",
    "{Lima’s authorities} said ⟨no⟩.": "official",
    "{the constitution} ~says~ ⟨no⟩.": "publication",
    "{the Clean Rivers Act} ~says~ ⟨no⟩.": "publication",
    "{a leaked report} ~says~ ⟨no⟩.": "unnamed",
    "{Ivo Trask, a hydrologist at the University of Lima,} said ⟨no⟩.": "expert",
    "{The climatologist Ivo Trask} said ⟨no⟩.": "expert",
    "{Lichenologist Ivo Trask} said ⟨no⟩.": "expert",
    "{The Vela Observer’s editor, Ivo Trask,} said ⟨no⟩.": "journalist",
    "{Vela Azul, an organization which works there,} said ⟨no⟩.": "organisation",
    "{A Maltese blogger at Vela News} ~wrote~ ⟨no⟩.": "journalist",
    "{@ahmed} said ⟨no⟩.": "person",
    "{a senior official} said ⟨no⟩.": "unnamed",
}


@pytest.mark.parametrize(("marked", "kind"), KINDS.items(), ids=KINDS)
def test_the_kind_follows_from_role_body_and_outlet(marked, kind):
    assert voice(marked).kind == kind


POST = "The weir was shut on a Friday and nobody told us. " * 8
ON_BLOGS = "Blogs were full of it. One blog, then another blog, wrote about the weir.\n\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{ON_BLOGS}Dana Okoro thinks:\n\n{POST}", "journalist"),
        (f"Bloggers react to the flood.\n\nDana Okoro thinks:\n\n{POST}", "journalist"),
        (f"{ON_BLOGS}Dana Okoro, a nurse, thinks:\n\n{POST}", "person"),
        (f"{ON_BLOGS}Dana Okoro commented:\n\n{POST}", "person"),
        (f"{ON_BLOGS}On Facebook, Dana Okoro wrote:\n\n{POST}", "person"),
        (f"{ON_BLOGS}Dana Okoro thinks:\n\nThe weir was shut on a Friday.", "person"),
        (f"It rained.\n\nDana Okoro thinks:\n\n{POST}", "person"),
    ],
)
def test_who_writes_long_posts_in_a_text_about_blogs_is_a_blogger(text, kind):
    assert [str(each.kind) for each in analyse(verbatim(text, id="made")).voices] == [kind]
