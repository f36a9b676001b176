extension Tongue {
    static let french = Tongue(
        code: "fr",
        subjects: [
            [
                "{product} à {place} coupe toutes les sessions après la bascule",
                "Plus aucun trafic par {host} depuis la modification du pare-feu",
            ],
            [
                "{product} refuse {count} licences avec {code}",
                "Transférer {count} licences de {host} vers un nouveau serveur",
            ],
            [
                "Le profil met {minutes} minutes à se charger à {place}",
                "Profils vides pour {count} utilisateurs sur {host}",
            ],
            [
                "{product} {version} imprime des pages blanches à {place}",
                "Les imprimantes disparaissent après la reconnexion à {host}",
            ],
            [
                "Les sessions sur {host} se figent pendant {minutes} secondes",
                "{product} {version} se ferme avec {code} au branchement d’un second écran",
            ],
            [
                "Certificat de {host} expiré, {count} utilisateurs bloqués",
                "{product} {version} rejette la nouvelle chaîne de certificats ({code})",
            ],
            [
                "La mise à jour vers {version} s’arrête à {count} pour cent",
                "Le service de {host} ne démarre plus après la mise à jour",
            ],
            [
                "Le rapport d’utilisation de {place} est refusé : {code}",
                "Avis de non-conformité alors que {host} envoie ses données chaque jour",
            ],
            [
                "{product} à {place} : l’alimentation 2 signale {code}",
                "Alerte ventilateur sur {host} depuis le déménagement",
            ],
            [
                "Le portail redemande le mot de passe à {count} utilisateurs",
                "Comptes verrouillés à {place} après le changement de mot de passe",
            ],
        ],
        symptoms: [
            "Depuis ce matin, les connexions par {host} tombent ; le journal indique {code} à chaque fois.",
            "Dès qu’un poste demande une licence, {host} répond {code}.",
            "Il faut {minutes} minutes avant de voir le bureau, contre quelques secondes la semaine dernière.",
            "Les travaux partent de l’application, mais rien ne sort de l’imprimante à {place}.",
            "La session se fige environ {minutes} secondes puis reprend, ou se termine avec {code}.",
            "Le navigateur signale le certificat de {host} et le client refuse la connexion.",
            "L’installation a tourné {minutes} minutes avant de tout annuler avec {code}.",
            "L’agent de {host} n’arrive pas à envoyer son rapport et ne dit que {code}.",
            "L’appareil de {place} affiche {code} et la seconde alimentation est éteinte.",
            "Après l’authentification, les personnes tournent en rond et finissent sur {code}.",
        ],
        details: [
            "Environ {count} personnes sont touchées, toutes à {place}.",
            "Rien n’a été modifié de notre côté, à notre connaissance.",
            "Un redémarrage de {host} a aidé pendant {minutes} minutes.",
        ],
        greetings: [
            "Merci pour votre message. J’examine les minutes autour de {code}.",
            "Je prends le dossier en charge. {host} seul montre-t-il la même chose ?",
        ],
        received: "Merci pour votre message. Il est dans la bonne file ; un ingénieur vous écrira.",
        asks: [
            "Pourriez-vous envoyer le journal de {host} pour l’heure concernée ?",
            "Quelle version est installée sur les postes de {place} ?",
        ],
        answers: [
            "Le journal est joint. Même message sur le second serveur.",
            "Tous les postes de {place} sont en {version}.",
        ],
        fixes: [
            "Une ancienne entrée pour {host} en était la cause. Elle est supprimée et le service rechargé.",
            "La version {version} corrige ce défaut. D’ici là, redémarrez le service une fois par jour.",
        ],
        thanks: ["Cela fonctionne depuis hier, vous pouvez fermer.", "Confirmé sur tous les serveurs, merci."]
    )
}
