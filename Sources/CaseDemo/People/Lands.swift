extension Land {
    /// The countries of the centre's customers.
    static let all: [Land] = western + southern + eastern

    private static let western: [Land] = [
        Land(
            code: "US", areas: ["United States", "North America"], tongue: "en", hours: -5, weight: 20,
            towns: ["Albany", "Denver", "Raleigh", "Tucson"],
            companies: [
                "Brightwater Insurance", "Calder Freight", "Fairhollow Clinics", "Juniper County Schools",
                "Larkspur Foods", "Tidewell Credit Union",
            ],
            given: ["Dana", "Marcus", "Priya", "Elena", "Tom", "Grace", "Luis", "Hannah"],
            families: ["Whitlock", "Okafor", "Reyes", "Sandoval", "Brandt", "Nguyen", "Hale", "Pruitt"]),
        Land(
            code: "GB", areas: ["United Kingdom", "Europe"], tongue: "en", hours: 0, weight: 12,
            towns: ["Leeds", "Cardiff", "Norwich"],
            companies: ["Ashcombe Water", "Helix Bank", "Pennard Hospitals Trust", "Thistle & Rook Solicitors"],
            given: ["Imogen", "Callum", "Farah", "Owen", "Beth", "Dev"],
            families: ["Harcourt", "Ellery", "Patel", "Dunmore", "Sykes", "Llewellyn"]),
        Land(
            code: "IE", areas: ["Ireland", "Europe"], tongue: "en", hours: 0, weight: 4, towns: ["Cork", "Galway"],
            companies: ["Shannonside Dairies", "Corrib Ferries"], given: ["Aoife", "Declan", "Niamh", "Ronan"],
            families: ["Keane", "Mulcahy", "Tierney", "Roche"]),
        Land(
            code: "NO", areas: ["Norway", "Europe"], tongue: "en", hours: 1, weight: 6,
            towns: ["Bergen", "Halden", "Bodø"],
            companies: ["Nord Energy AS", "Halden Port", "Fjordlys Kommune"],
            given: ["Johanna", "Sindre", "Kari", "Eirik"], families: ["Berg", "Sand", "Lunde", "Moen"]),
        Land(
            code: "NL", areas: ["Netherlands", "Europe"], tongue: "en", hours: 1, weight: 5,
            towns: ["Utrecht", "Zwolle"],
            companies: ["Waterkant Logistiek", "Polderzicht Zorg"], given: ["Femke", "Joost", "Sanne", "Bram"],
            families: ["de Wit", "Kuipers", "van Loon", "Hoekstra"]),
        Land(
            code: "DE", areas: ["Germany", "Europe"], tongue: "de", hours: 1, weight: 14,
            towns: ["Kassel", "Ulm", "Rostock", "Bielefeld"],
            companies: [
                "Lahntal Maschinenbau GmbH", "Stadtwerke Grünau", "Kanzlei Osterfeld", "Klinikum Hohenau",
                "Moorbach Versicherung AG",
            ],
            given: ["Anke", "Jörg", "Sabine", "Tobias", "Mareike", "Uwe"],
            families: ["Krüger", "Weißhaupt", "Albers", "Lindner", "Özdemir", "Voß"]),
        Land(
            code: "CH", areas: ["Switzerland", "Europe"], tongue: "de", hours: 1, weight: 4, towns: ["Chur", "Olten"],
            companies: ["Aaretal Privatbank", "Bündner Bahnen"], given: ["Reto", "Ursina", "Beat", "Livia"],
            families: ["Caduff", "Zollinger", "Hürlimann", "Bieri"]),
        Land(
            code: "FR", areas: ["France", "Europe"], tongue: "fr", hours: 1, weight: 11,
            towns: ["Nantes", "Dijon", "Grenoble"],
            companies: ["Assurances du Val Clair", "Transports Mirabel", "Hôpital Saint-Aubin", "Laiteries du Forez"],
            given: ["Élodie", "Mathieu", "Camille", "Youssef", "Hélène", "Luc"],
            families: ["Garnier", "Lefort", "Benali", "Perrault", "Chauvin", "Marceau"]),
    ]

    private static let southern: [Land] = [
        Land(
            code: "ES", areas: ["Spain", "Europe"], tongue: "es", hours: 1, weight: 7,
            towns: ["Zaragoza", "Vigo", "Murcia"],
            companies: ["Aguas del Moncayo", "Seguros Albariza", "Puertos de la Ría"],
            given: ["Lucía", "Iker", "Marta", "Álvaro"], families: ["Ibáñez", "Otero", "Luna", "Carrasco"]),
        Land(
            code: "MX", areas: ["Mexico", "Latin America", "North America"], tongue: "es", hours: -6, weight: 5,
            towns: ["Puebla", "Mérida"],
            companies: ["Cementos Tehuacán del Sur", "Banco Jacaranda"],
            given: ["Ximena", "Rodrigo", "Paola", "Emilio"],
            families: ["Cervantes", "Montes", "Aguilar", "Nájera"]),
        Land(
            code: "BR", areas: ["Brazil", "Latin America", "South America"], tongue: "pt", hours: -3, weight: 8,
            towns: ["Curitiba", "Recife", "Campinas"],
            companies: ["Energia Ipê Amarelo", "Hospital Boa Serra", "Varejo Maracá"],
            given: ["Thaís", "Rafael", "Beatriz", "João"], families: ["Moura", "Azevedo", "Tavares", "Pacheco"]),
        Land(
            code: "PT", areas: ["Portugal", "Europe"], tongue: "pt", hours: 0, weight: 3, towns: ["Braga", "Évora"],
            companies: ["Águas do Mondego Norte", "Seguradora Alvor"], given: ["Inês", "Tiago", "Leonor", "Duarte"],
            families: ["Figueira", "Barros", "Quintela", "Salgado"]),
        Land(
            code: "AU", areas: ["Australia"], tongue: "en", hours: 10, weight: 6, towns: ["Geelong", "Cairns"],
            companies: ["Bluegum Rail", "Coorong Shire Council", "Wattle Health"],
            given: ["Mia", "Lachlan", "Jarrah", "Zoe"], families: ["Campion", "Tran", "Hollis", "Radford"]),
    ]

    private static let eastern: [Land] = [
        Land(
            code: "JP", areas: ["Japan", "Asia"], tongue: "ja", hours: 9, weight: 10, towns: ["仙台", "金沢", "松山"],
            companies: ["東北工業", "北陸みなと銀行", "松ヶ丘病院", "瀬戸内フェリー"],
            given: ["陽子", "健太", "美咲", "大輔", "直樹"], families: ["佐藤", "渡辺", "小林", "石井", "森田"]),
        Land(
            code: "CN", areas: ["China", "Asia"], tongue: "zh", hours: 8, weight: 7, towns: ["苏州", "青岛", "昆明"],
            companies: ["江南水务", "海岳物流", "云岭银行"], given: ["丽", "伟", "静怡", "建国"],
            families: ["王", "陈", "赵", "周"]),
        Land(
            code: "KR", areas: ["Korea", "Asia"], tongue: "ko", hours: 9, weight: 5, towns: ["대전", "부산"],
            companies: ["한빛전력", "동해해운"], given: ["지훈", "서연", "민재", "하은"],
            families: ["김", "박", "최", "윤"]),
    ]
}
