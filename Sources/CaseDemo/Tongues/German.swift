extension Tongue {
    static let german = Tongue(
        code: "de",
        subjects: [
            [
                "{product} in {place} trennt nach der Umschaltung alle Sitzungen",
                "Kein Verkehr über {host} seit der Änderung an der Firewall",
                "{product} {version} meldet {code} hinter dem Lastverteiler",
            ],
            [
                "{product} verweigert die Ausgabe von {count} Lizenzen ({code})",
                "Umzug von {count} Lizenzen von {host} auf einen neuen Server",
                "{product} {version} zeigt nach der Verlängerung zu wenige Lizenzen",
            ],
            [
                "Profil lädt in {place} {minutes} Minuten lang",
                "Leere Profile bei {count} Benutzern auf {host}",
            ],
            [
                "{product} {version} druckt leere Seiten in {place}",
                "Drucker verschwinden nach der Wiederverbindung mit {host}",
            ],
            [
                "Sitzungen auf {host} frieren für {minutes} Sekunden ein",
                "{product} {version} bricht mit {code} ab, sobald ein zweiter Bildschirm dazukommt",
            ],
            [
                "Zertifikat von {host} abgelaufen, {count} Benutzer ausgesperrt",
                "{product} {version} lehnt die neue Zertifikatskette mit {code} ab",
            ],
            [
                "Aktualisierung auf {version} bleibt bei {count} Prozent stehen",
                "Dienst auf {host} startet nach der Aktualisierung nicht",
            ],
            [
                "Nutzungsbericht aus {place} wird mit {code} abgewiesen",
                "Hinweis auf fehlende Telemetrie, obwohl {host} täglich meldet",
            ],
            [
                "{product} in {place}: Netzteil 2 meldet {code}",
                "Lüfterwarnung an {host} nach dem Umzug",
            ],
            [
                "Anmeldung am Portal fragt {count} Benutzer erneut nach dem Kennwort",
                "Konten in {place} sind nach dem Kennwortwechsel gesperrt",
            ],
        ],
        symptoms: [
            "Seit heute früh reißen Verbindungen über {host} ab, im Protokoll steht jedes Mal {code}.",
            "Sobald ein Arbeitsplatz eine Lizenz anfordert, antwortet {host} mit {code}.",
            "Bis der Schreibtisch erscheint, vergehen {minutes} Minuten. Letzte Woche waren es Sekunden.",
            "Die Aufträge verlassen die Anwendung, am Drucker in {place} kommt nichts an.",
            "Die Sitzung steht etwa {minutes} Sekunden still und läuft dann weiter oder endet mit {code}.",
            "Der Browser warnt vor dem Zertifikat von {host}, der Client verweigert die Verbindung.",
            "Die Installation lief {minutes} Minuten und hat dann mit {code} alles zurückgenommen.",
            "Der Agent auf {host} kann seinen Bericht nicht abliefern und nennt nur {code}.",
            "Das Gerät in {place} zeigt vorne {code}, das zweite Netzteil ist dunkel.",
            "Nach der Anmeldung landen die Leute im Kreis und am Ende bei {code}.",
        ],
        details: [
            "Betroffen sind etwa {count} Personen, alle in {place}.",
            "Auf unserer Seite wurde unseres Wissens nichts geändert.",
            "Ein Neustart von {host} half für {minutes} Minuten.",
        ],
        greetings: [
            "Vielen Dank für die Meldung. Ich sehe mir die Minuten rund um {code} an.",
            "Ich übernehme den Fall. Zeigt {host} allein dasselbe Verhalten?",
        ],
        received: "Vielen Dank für die Meldung. Sie liegt nun an der richtigen Stelle; ein Techniker meldet sich.",
        asks: [
            "Bitte senden Sie das Protokoll von {host} aus der Stunde des Fehlers.",
            "Welche Version läuft auf den Arbeitsplätzen in {place}?",
        ],
        answers: [
            "Das Protokoll hängt an. Auf dem zweiten Server steht dieselbe Meldung.",
            "In {place} läuft überall {version}.",
        ],
        fixes: [
            "Ein alter Eintrag für {host} war schuld. Er ist entfernt, der Dienst neu geladen.",
            "Mit {version} ist der Fehler behoben. Bis dahin hilft ein täglicher Neustart des Dienstes.",
        ],
        thanks: ["Läuft seit gestern, der Fall kann geschlossen werden.", "Auf allen Servern bestätigt. Danke!"]
    )
}
