extension Tongue {
    static let spanish = Tongue(
        code: "es",
        subjects: [
            [
                "{product} en {place} corta todas las sesiones tras la conmutación",
                "Sin tráfico por {host} desde el cambio en el cortafuegos",
            ],
            [
                "{product} rechaza {count} licencias con {code}",
                "Mover {count} licencias de {host} a un servidor nuevo",
            ],
            [
                "El perfil tarda {minutes} minutos en cargar en {place}",
                "Perfiles vacíos de {count} usuarios en {host}",
            ],
            [
                "{product} {version} imprime páginas en blanco en {place}",
                "Las impresoras desaparecen al reconectar con {host}",
            ],
            [
                "Las sesiones en {host} se congelan {minutes} segundos",
                "{count} usuarios de {place} pierden la sesión a la vez",
            ],
            [
                "El certificado de {host} caducó y dejó fuera a {count} usuarios",
                "{product} {version} no acepta la nueva cadena de certificados ({code})",
            ],
            [
                "La actualización a {version} se detiene al {count} por ciento",
                "El servicio de {host} no arranca después de actualizar",
            ],
            [
                "El informe de uso de {place} se rechaza con {code}",
                "Aviso de telemetría aunque {host} informa cada día",
            ],
            [
                "{product} en {place}: la fuente 2 indica {code}",
                "Aviso de ventilador en {host} desde el traslado",
            ],
            [
                "El portal vuelve a pedir la contraseña a {count} usuarios",
                "Cuentas bloqueadas en {place} tras cambiar la contraseña",
            ],
        ],
        symptoms: [
            "Desde esta mañana se cortan las conexiones por {host}; el registro muestra siempre {code}.",
            "En cuanto un puesto pide una licencia, {host} responde {code}.",
            "Pasan {minutes} minutos hasta ver el escritorio; la semana pasada eran segundos.",
            "Los trabajos salen de la aplicación, pero en {place} no se imprime nada.",
            "La sesión se queda quieta unos {minutes} segundos y sigue, o termina con {code}.",
            "El navegador avisa del certificado de {host} y el cliente no se conecta.",
            "La instalación duró {minutes} minutos y se deshizo sola con {code}.",
            "El agente de {host} no consigue enviar su informe y solo dice {code}.",
            "El equipo de {place} muestra {code} y la segunda fuente está apagada.",
            "Tras identificarse, la gente da vueltas y acaba en {code}.",
        ],
        details: [
            "Afecta a unas {count} personas, todas en {place}.",
            "Por nuestra parte no se cambió nada, que sepamos.",
            "Reiniciar {host} ayudó durante {minutes} minutos.",
        ],
        greetings: [
            "Gracias por avisar. Estoy mirando los minutos en torno a {code}.",
            "Me ocupo del caso. ¿Ocurre lo mismo con {host} a solas?",
        ],
        received: "Gracias por avisar. El caso está en la cola adecuada; un ingeniero le escribirá.",
        asks: [
            "¿Podría enviar el registro de {host} de esa hora?",
            "¿Qué versión tienen los puestos de {place}?",
        ],
        answers: [
            "Adjunto el registro. El segundo servidor dice lo mismo.",
            "En {place} todos tienen {version}.",
        ],
        fixes: [
            "La causa era una entrada antigua de {host}. Ya está borrada y el servicio recargado.",
            "La versión {version} lo corrige. Hasta entonces, reinicie el servicio una vez al día.",
        ],
        thanks: ["Funciona desde ayer, se puede cerrar.", "Confirmado en todos los servidores. Gracias."]
    )
}
