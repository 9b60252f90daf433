"""Portuguese words of help centres meet without their accents, and others do not."""

import pytest

from tests.search.analyzers.terms import terms_of

TOGETHER = """
fatura faturas
pagamento pagamentos pagar pagou pago pague
configuração configurações configurar configure configurado
cancelar cancelamento cancele cancelado
domínio domínios
cartão cartões
versão versões
exclusão exclusões excluir exclua excluído
atualizar atualização atualizações atualize
usuário usuários
email emails
disponível disponíveis
redefinir redefina redefinição
mensagem mensagens
papel papéis
ativar ativação ativado ative
entrega entregas entregar entregue
verificar verificação verifique verificado
celular celulares
assinatura assinaturas assinar assinante
devolução devoluções devolver
mês meses
transferir transferência transferências
perfil perfis
download downloads
compra compras comprar comprado
reembolso reembolsos reembolsar
carregar carregando carregamento carregue
real reais
mão mãos
permitir permita permitido
""".split("\n")[1:-1]
APART = (
    """
conta conto|carta cartão|marca marco|parte partido|caso casa|ponto ponta|porto porta|modo moda
banco banca
mesa mês|plano planta|nota noite|campo campanha|mais mal|pais pai|grátis gratil|real realizar
seis sei
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("family", TOGETHER)
def test_words_of_one_family_meet(family: str) -> None:
    terms = terms_of("portuguese", " ".join([*TOGETHER, *APART]).split())
    assert len({terms[word] for word in family.split()}) == 1, terms


@pytest.mark.parametrize("pair", APART)
def test_words_that_only_look_alike_stay_apart(pair: str) -> None:
    terms = terms_of("portuguese", " ".join([*TOGETHER, *APART]).split())
    one, other = pair.split()
    assert terms[one] != terms[other]


def test_a_word_is_a_verb_form_by_its_last_letter_only_where_the_site_has_the_verb() -> None:
    assert terms_of("portuguese", ["compra", "compro"]) == {"compra": "compra", "compro": "compro"}
    terms = terms_of("portuguese", ["compra", "compro", "comprado"])
    assert len(set(terms.values())) == 1


def test_a_word_without_relatives_stands_for_itself() -> None:
    assert terms_of("portuguese", ["mercado"]) == {"mercado": "mercado"}
