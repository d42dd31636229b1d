/// The words that no rule of ``InflectionRules`` gets right, in lower case.
///
/// Where English has two plurals the one that programmers write stands here (`indices`, `focuses`, `octopuses`),
/// and the other is in ``alsoPlural`` if it has to be understood.
enum InflectionWords {
    /// The plural is the singular: mass nouns, abbreviations, and words that end like a plural.
    static let uncountable = list(
        """
        accommodation advertising advice aggression aircraft any aviation baggage bison bluetooth bread cash cattle chaos
        chassis chess clothes clothing cod corps crossroads cutlery debris deer diabetes dice dust ecommerce electricity
        equipment evidence feedback fish flour fun furniture gallows garbage garlic gold golf graffiti happiness
        hardware headquarters health herpes homework housework hovercraft hunger ice inflation info information
        infrastructure innings jeans jewellery jewelry kudos laughter lava leisure lightning livestock luck luggage
        lumber machinery mail mankind means measles media merchandise metadata milk money moose mud mumps music
        news nutrition offspring oxygen pants personnel poetry police pollution poverty progress publicity
        punctuation pyjamas rabies reindeer rice rubbish safety salmon scenery scissors seafood series sewage shame
        sheep shrimp snow spacecraft spaghetti species staff stuff sugar sunshine swine tennis thanks thunder
        traffic transportation trivia trousers trout tuna underwear unemployment violence warmth watercraft wealth
        weather welfare wheat wildlife wisdom yoga
        firmware freeware malware middleware ransomware shareware software spyware
        acoustics aerobics aesthetics analytics athletics cybernetics economics electronics ethics genetics gymnastics
        informatics linguistics logistics mathematics maths physics politics robotics
        aws css dns gps https ios kubernetes mms rss sms tls xss
        data meta
        """)

    /// Singular words in `s` whose plural takes `es`, beside all in `ss`, `us`, `sis` and `xis`.
    static let singularInS = list(
        """
        gas biogas bias alias atlas canvas whereas pancreas pampas christmas texas kansas lens yes summons mercedes mars
        cosmos ethos pathos rhinoceros asbestos thermos biceps triceps forceps os bios cms dbms rdbms bbs vps
        iris trellis pelvis mantis ibis metropolis acropolis megalopolis necropolis clematis cannabis portcullis penis
        clitoris marquis glottis epidermis dais amaryllis proboscis chrysalis
        """)

    /// The plural takes a plain `s`, though the endings say otherwise on the way there or back.
    static let plainS = list(
        """
        movie tie pie lie die zombie selfie cookie calorie brownie hoodie genie prairie sortie rookie smoothie birdie collie
        goalie hippie newbie cutie freebie necktie bowtie bookie foodie veggie pixie talkie magpie beanie budgie caddie
        coterie boogie laddie lassie menagerie lingerie reverie rotisserie patisserie quickie roadie techie townie yuppie
        junkie groupie indie kiddie auntie baddie bogie meanie oldie preemie softie sweetie toughie doggie valkyrie
        trekkie eyrie camaraderie boutonniere
        cache geocache niche avalanche ache headache toothache backache heartache cliche creche moustache mustache psyche
        quiche brioche douche panache pastiche cartouche tranche microfiche gouache
        tech epoch stomach monarch patriarch matriarch oligarch hierarch loch eunuch czech mach conch
        shoe toe tiptoe mistletoe canoe foe hoe doe woe floe oboe roe aloe sloe throe
        use reuse misuse fuse muse excuse abuse refuse ruse recluse hypotenuse
        mousse posse finesse impasse crevasse base pickaxe poleaxe cheese diocese
        menu guru emu gnu haiku sku cpu gpu caribou bayou zebu tutu kudu flu milieu adieu lieu
        taxi ski wiki kiwi bikini safari rabbi alibi api ui gui cli uri kpi emoji zucchini yeti corgi tsunami samurai wifi
        sari martini panini fiji khaki graffito
        human german roman ottoman norman talisman shaman caiman cayman brahman
        specimen regimen abdomen omen acumen semen stamen amen dolmen lumen hymen ramen bitumen cyclamen cognomen
        mongoose
        """)

    /// Words in `o` whose plural takes `es`; all others take `s`.
    static let oes = list(
        """
        hero potato tomato echo veto torpedo embargo mosquito tornado volcano domino buffalo mango innuendo desperado go no
        """)

    /// Words in `f` and `fe` whose plural ends in `ves`; all others take `s`.
    static let ves = list("calf half shelf self elf wolf thief leaf loaf sheaf knife life wife scarf wharf hoof dwarf")

    /// Pairs of their own.
    static let irregular = pairs(
        """
        person people; man men; child children; ox oxen; foot feet; tooth teeth; goose geese; mouse mice; louse lice
        passerby passersby; quiz quizzes; fez fezzes; whiz whizzes; topaz topazes; testis testes
        index indices; vertex vertices; matrix matrices; appendix appendices; cortex cortices; vortex vortices
        codex codices; helix helices; apex apices; radix radices; cervix cervices; directrix directrices
        cactus cacti; radius radii; nucleus nuclei; fungus fungi; alumnus alumni; stimulus stimuli; syllabus syllabi
        locus loci; bacillus bacilli; terminus termini; genus genera; corpus corpora
        datum data; metum meta; medium media; criterion criteria; phenomenon phenomena; automaton automata
        memorandum memoranda; curriculum curricula; bacterium bacteria; erratum errata; stratum strata; addendum addenda
        ovum ova; symposium symposia; millennium millennia; spectrum spectra; consortium consortia; quantum quanta
        desideratum desiderata; maximum maxima; minimum minima; optimum optima; extremum extrema; ganglion ganglia
        larva larvae; alga algae; nebula nebulae; alumna alumnae; vertebra vertebrae; stigma stigmata
        axis axes; oasis oases; crisis crises; synopsis synopses; emphasis emphases; catharsis catharses; stasis stases
        metastasis metastases; symbiosis symbioses; neurosis neuroses; psychosis psychoses; thrombosis thromboses
        metamorphosis metamorphoses; sclerosis scleroses; osmosis osmoses; hypnosis hypnoses; necrosis necroses
        mitosis mitoses; apotheosis apotheoses; sepsis sepses; praxis praxes
        """)

    /// Further plurals that are understood, though ours is another: singular and plural.
    static let alsoPlural = pairs(
        """
        octopus octopi; focus foci; formula formulae; antenna antennae; stadium stadia; aquarium aquaria
        gymnasium gymnasia; schema schemata; lemma lemmata; referendum referenda; moratorium moratoria
        auditorium auditoria; podium podia; emporium emporia; hippopotamus hippopotami; abacus abaci; stylus styli
        persona personae; brother brethren; money monies; gas gasses; bus busses; focus focusses
        """)

    /// Words that also end longer words written as one: `bookshelf`, `grandchild`, `salesperson`, `miniseries`.
    static let combining = list(
        """
        person child human foot tooth goose mouse louse wolf shelf self life wife knife leaf loaf half calf thief quiz
        series species fish sheep deer shoe cache movie cookie index matrix vertex hero potato tech
        """)

    /// What is singular of a word only where it is the whole name; at the end of a longer one (`UserData`,
    /// `PageMeta`, `CodeBases`) the word stays as it is or follows the other tables.
    static let singularOfWholeName = ["data": "datum", "meta": "metum", "bases": "basis"]

    private static func list(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }

    private static func pairs(_ text: String) -> [(singular: String, plural: String)] {
        text.split { $0 == ";" || $0 == "\n" }.map { pair in
            let words = list(String(pair))
            return (words[0], words[1])
        }
    }
}
