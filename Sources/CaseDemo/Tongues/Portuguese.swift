extension Tongue {
    static let portuguese = Tongue(
        code: "pt",
        subjects: [
            [
                "{product} em {place} derruba todas as sessões após a comutação",
                "Sem tráfego por {host} desde a mudança no firewall",
            ],
            [
                "{product} recusa {count} licenças com {code}",
                "Mover {count} licenças de {host} para um servidor novo",
            ],
            [
                "O perfil demora {minutes} minutos para carregar em {place}",
                "Perfis vazios de {count} usuários em {host}",
            ],
            [
                "{product} {version} imprime páginas em branco em {place}",
                "As impressoras somem depois de reconectar a {host}",
            ],
            [
                "Sessões em {host} congelam por {minutes} segundos",
                "{count} usuários de {place} perdem a sessão ao mesmo tempo",
            ],
            [
                "Certificado de {host} venceu e bloqueou {count} usuários",
                "{product} {version} recusa a nova cadeia de certificados ({code})",
            ],
            [
                "A atualização para {version} para em {count} por cento",
                "O serviço de {host} não inicia depois da atualização",
            ],
            [
                "O relatório de uso de {place} é recusado com {code}",
                "Aviso de telemetria embora {host} envie dados todo dia",
            ],
            [
                "{product} em {place}: a fonte 2 indica {code}",
                "Alerta de ventilador em {host} desde a mudança de sala",
            ],
            [
                "O portal pede a senha de novo a {count} usuários",
                "Contas bloqueadas em {place} após a troca de senha",
            ],
        ],
        symptoms: [
            "Desde hoje cedo as conexões por {host} caem; o registro mostra sempre {code}.",
            "Assim que um posto pede uma licença, {host} responde {code}.",
            "Leva {minutes} minutos até aparecer a área de trabalho; antes eram segundos.",
            "Os trabalhos saem do aplicativo, mas nada é impresso em {place}.",
            "A sessão fica parada uns {minutes} segundos e continua, ou termina com {code}.",
            "O navegador avisa sobre o certificado de {host} e o cliente não conecta.",
            "A instalação rodou {minutes} minutos e desfez tudo com {code}.",
            "O agente de {host} não consegue enviar o relatório e só diz {code}.",
            "O equipamento de {place} mostra {code} e a segunda fonte está apagada.",
            "Depois de entrar, as pessoas ficam em círculo e acabam em {code}.",
        ],
        details: [
            "Cerca de {count} pessoas são afetadas, todas em {place}.",
            "Do nosso lado nada mudou, até onde sabemos.",
            "Reiniciar {host} ajudou por {minutes} minutos.",
        ],
        greetings: [
            "Obrigado pelo aviso. Estou olhando os minutos em volta de {code}.",
            "Assumo o caso. O mesmo acontece com {host} sozinho?",
        ],
        received: "Obrigado pelo aviso. O caso está na fila certa; um engenheiro vai escrever.",
        asks: [
            "Poderia enviar o registro de {host} daquela hora?",
            "Qual versão está nos postos de {place}?",
        ],
        answers: [
            "O registro segue anexo. O segundo servidor diz o mesmo.",
            "Em {place} todos usam {version}.",
        ],
        fixes: [
            "A causa era uma entrada antiga de {host}. Foi removida e o serviço recarregado.",
            "A versão {version} corrige isso. Até lá, reinicie o serviço uma vez por dia.",
        ],
        thanks: ["Funciona desde ontem, pode fechar.", "Confirmado em todos os servidores. Obrigada."]
    )
}
