import Domain
import Testing

/// What is one name, and what is not.
@Suite("Likeness of words")
struct LikenessTests {
  private static func likeness(_ left: String, _ right: String) throws -> Int {
    let (one, other) = (try NameWordTests.word(left), try NameWordTests.word(right))
    let likeness = NameComparison.likeness(one, other)
    #expect(likeness == NameComparison.likeness(other, one), "\(left) \(right)")
    return likeness
  }

  /// One name as offices of the neighbours write it.
  static let same: [(left: String, right: String)] = [
    // Alternations of Russian papers.
    ("Бақыт", "Бахыт"), ("Жанболат", "Джанбулат"), ("Тілеу", "Тлеу"), ("Төлеген", "Тулеген"),
    ("Дүйсен", "Дюсен"), ("Ләззат", "Ляззат"), ("Сәтбай", "Сатпай"), ("Амангелді", "Амангельды"),
    ("Рүстем", "Рустам"), ("Смағұл", "Исмагул"), ("Жүсіп", "Юсуп"), ("Уәлихан", "Валихан"),
    ("Мейіржан", "Меиржан"), ("Алмас", "Алмаз"), ("Ләйла", "Лейла"), ("Еркін", "Еркен"),
    // Romanisations.
    ("Ерлан", "YERLAN"), ("Жасұлан", "JASULAN"), ("Қайрат", "QAIRAT"), ("Айгүл", "AYGUL"),
    ("Бақыт", "BAKHYT"), ("Шолпан", "SHOLPAN"), ("Джамиля", "DZHAMILYA"), ("Асель", "ASSEL"),
    ("Юнус", "IUNUS"), ("Зайнеп", "ZEYNEP"), ("Асхат", "Ashat"), ("Оразхан", "Orazhan"),
    ("Бекхан", "Bekhan"), ("Раушан", "Raýshan"), ("Дәулет", "Dáýlet"), ("Әлішер", "Älışer"),
    ("Әлішер", "Álisher"),
    // Neighbours.
    ("Нұрлан", "Nurlon"), ("Гүлнар", "Gulnora"), ("Жасұлан", "Jasulon"), ("Бақтияр", "Baxtiyor"),
    ("Атабек", "Otabek"), ("Нұржан", "Nurcan"), ("Айгүл", "Aygül"), ("Бақтияр", "Bahtiyar"),
    ("Нұрягды", "Nurýagdy"), ("Қайрат", "Хайрат"), ("Қайрат", "Khairat"), ("Әсел", "Эсел"),
    ("Теңіз", "Тэнгиз"), ("Нурлан", "نورلان"),
    // Chinese papers.
    ("Тоқтарбек", "Tuohetaerbieke"), ("Таңатхан", "Tanglatihan"), ("Қанат", "Hanati"),
    ("Уәлихан", "Walihan"), ("Серік", "Sailike"), ("Ерланбек", "Yeerlanbieke"),
    ("Қатай", "Katai"), ("Ислам", "Silamu"), ("نۇرلان", "Nuerlan"), ("NURLAN", "Nuerlan"),
  ]

  @Test("One name, however an office wrote it", arguments: same)
  func isSame(left: String, right: String) throws {
    #expect(try Self.likeness(left, right) >= NameComparison.same)
  }

  /// Different names, some only a letter apart.
  static let different: [(left: String, right: String)] = [
    ("Нұрлан", "Нұржан"), ("Ерлан", "Арлан"), ("Асан", "Есен"), ("Айгүл", "Айнұр"),
    ("Болат", "Бекболат"), ("Мұрат", "Марат"), ("Серік", "Серікбек"), ("Самат", "Санат"),
    ("Берік", "Серік"), ("Қанат", "Жанат"), ("Айжан", "Айман"), ("Ерлан", "Ержан"),
    ("Данияр", "Даниял"), ("Жанар", "Жанат"), ("Нұрбек", "Нұрлыбек"), ("Есен", "Есенжан"),
    ("Асылбек", "Асылхан"), ("Жұмабай", "Жұмабек"), ("Гүлмира", "Гүлнара"), ("Динара", "Диана"),
    ("Сәуле", "Зәуре"), ("Мұрат", "MARAT"), ("Асан", "ESEN"), ("Ерлан", "ARLAN"),
    ("Нұрлан", "نۇرجان"), ("Мұрат", "مارات"), ("Асан", "ەسەن"), ("Нурлан", "Nurcan"),
    // Through Chinese, too.
    ("Нұржан", "Nuerlan"), ("Асан", "Yesen"), ("Есен", "Ashan"), ("Мұрат", "Malati"),
    ("Марат", "Mulati"), ("Айгүл", "Ayinuer"), ("Болат", "Biekebolati"), ("Ерлан", "Yeerjiang"),
    ("Серік", "Sailikebieke"), ("Қанат", "Jianati"),
  ]

  @Test("Another name, however alike", arguments: different)
  func isDifferent(left: String, right: String) throws {
    #expect(try Self.likeness(left, right) < NameComparison.same)
  }

  @Test("The same sounds are 1000, a hopeless pair is 0")
  func ends() throws {
    #expect(try Self.likeness("Нұрлан", "NURLAN") == 1000)
    #expect(try Self.likeness("Айгүл", "Тоқтарбек") == 0)
  }

  @Test("The cost of a step is taken off the weight of the words")
  func arithmetic() throws {
    // қ 130, а 95, й 70, р 130, а 95, т 130: 650 on both sides. қ for х costs 35.
    #expect(try Self.likeness("Қайрат", "Хайрат") == 1000 - 2000 * 35 / (650 + 610))
    // м 130, ұ 80, р 130, а 95, т 130: 565; м 130, а 95, …: 580. ұ for а costs 150.
    #expect(try Self.likeness("Мұрат", "Марат") == 1000 - 2000 * 150 / (565 + 580))
  }

  @Test("Chinese characters are alike only if equal")
  func han() throws {
    #expect(try Self.likeness("努尔兰", "努尔兰") == 1000)
    #expect(try Self.likeness("努尔兰", "努尔江") == 0)
    #expect(try Self.likeness("努尔兰", "Нұрлан") == 0)
  }

  @Test("An initial fits or not, and never proves")
  func initials() throws {
    #expect(try Self.likeness("А.", "Асан") == NameComparison.initial)
    #expect(try Self.likeness("Қ.", "KANAT") == NameComparison.initial)
    #expect(try Self.likeness("Zh.", "Жанболат") == NameComparison.initial)
    #expect(try Self.likeness("А.", "Есен") == 0)
    #expect(try Self.likeness("С.", "Нұрлан") == 0)
  }

  static let families: [(left: String, right: String)] = [
    ("Серікұлы", "Серикович"), ("Серік", "Серикова"), ("Айтқожа", "Айтхожин"),
    ("Сейфолла", "СЕЙФУЛЛИН"), ("Мұса", "Musayev"), ("Мұса", "Мусин"), ("Еркін", "ERKIN"),
    ("Еркін", "Еркинов"), ("Тоқай", "TOKAYEV"), ("Қайрат", "Хайратын"), ("Әли", "АЛИН"),
    ("Сәтбай", "САТПАЕВ"), ("Смағұл", "ИСМАГУЛОВ"), ("Алтын", "ALTYN"), ("Ыбырай", "ИБРАЕВ"),
  ]

  @Test("A surname is likened by the name it is made of", arguments: families)
  func family(left: String, right: String) throws {
    let one = try NameWordTests.word(left, .family)
    let other = try NameWordTests.word(right, .family)
    #expect(NameComparison.likeness(one, other) >= NameComparison.same)
  }

  @Test("Steps are told in words, with their cost")
  func explained() throws {
    func steps(_ left: String, _ right: String) throws -> [String] {
      NameComparison.explain(
        try NameWordTests.word(left, .family), try NameWordTests.word(right, .family))
    }
    #expect(try steps("Нұрлан", "NURLAN") == ["the same sounds"])
    #expect(try steps("Қайрат", "Хайрат") == ["қ and х taken as one (35)"])
    #expect(
      try steps("Қайратұлы", "Khairatov") == [
        "“кайратулы” without its ending (son of)", "“khairatov” without its ending (of a surname)",
        "қ and х taken as one (35)",
      ])
    #expect(try steps("Мұрат", "Марат") == ["у against а (150)"])
    #expect(try steps("Тілеу", "Тлеу") == ["и missing (50)"])
    #expect(
      try steps("Қанат", "Hanati") == [
        "“hanati” read as syllables of Chinese", "-i- passed over (12)",
      ])
    #expect(try steps("努尔兰", "努尔兰") == ["“努尔兰” and “努尔兰” are written alike"])
  }
}
