namespace AllianceApi.Graph.Search;

/// <summary>The rules by which words that mean the same come to one form. The first ending that fits is taken.</summary>
internal static class SpellingRules
{
    /// <summary>Words that only look like plurals, or whose singular means something else.</summary>
    public static readonly string[] AsTheyAre =
        ["news", "goods", "customs", "economics", "physics", "series", "species", "corps", "lens", "yours", "four", "scour", "scoured", "scouring"];

    /// <summary>Whole words that follow no rule: plurals, and pairs of spellings.</summary>
    public static readonly Dictionary<string, string> Irregular = Pairs("""
        children:child women:woman servicemen:serviceman statesmen:statesman spokesmen:spokesman congressmen:congressman chairmen:chairman
        policemen:policeman fishermen:fisherman airmen:airman seamen:seaman gunmen:gunman businessmen:businessman lawmen:lawman
        servicewomen:servicewoman spokeswomen:spokeswoman congresswomen:congresswoman chairwomen:chairwoman feet:foot teeth:tooth geese:goose mice:mouse
        crises:crisis analyses:analysis theses:thesis hypotheses:hypothesis syntheses:synthesis emphases:emphasis diagnoses:diagnosis parentheses:parenthesis
        criteria:criterion phenomena:phenomenon memoranda:memorandum indices:index matrices:matrix appendices:appendix
        knives:knife halves:half shelves:shelf wolves:wolf thieves:thief lives:life wives:wife leaves:leaf ourselves:ourself themselves:themself
        movies:movie cookies:cookie calories:calorie prairies:prairie zombies:zombie shoes:shoe canoes:canoe
        gases:gas biases:bias lenses:lens canvases:canvas atlases:atlas aliases:alias gas:gas bias:bias canvas:canvas atlas:atlas alias:alias
        buses:bus caches:cache headaches:headache avalanches:avalanche niches:niche axes:axe quizzes:quiz
        defence:defense defenceless:defenseless offence:offense licence:license pretence:pretense licenced:licensed
        practise:practice practised:practiced practising:practicing
        programme:program catalogue:catalog dialogue:dialog analogue:analog monologue:monolog prologue:prolog epilogue:epilog
        grey:gray tyre:tire cheque:check kerb:curb gaol:jail cosy:cozy jewellery:jewelry aluminium:aluminum artefact:artifact
        ageing:aging judgement:judgment acknowledgement:acknowledgment fulfil:fulfill fulfilment:fulfillment enrol:enroll enrolment:enrollment
        instalment:installment skilful:skillful wilful:willful instil:instill distil:distill enthral:enthrall appal:appall
        whilst:while amongst:among learnt:learned spelt:speled burnt:burned dreamt:dreamed aeroplane:airplane tranquillity:tranquility
        mediaeval:medieval encyclopaedia:encyclopedia sulphur:sulfur pyjama:pajama moustache:mustache draught:draft
        advisor:advizer focussed:focused focussing:focusing benefitted:benefited benefitting:benefiting targetted:targeted
        connexion:connection reflexion:reflection inflexion:inflection centred:centered centring:centering
        sizeable:sizable likeable:likable liveable:livable moveable:movable useable:usable speciality:specialty
        signalled:signaled signalling:signaling totalled:totaled totalling:totaling equalled:equaled equalling:equaling rivalled:rivaled rivalling:rivaling
        dialled:dialed dialling:dialing initialled:initialed marvellous:marvelous woollen:woolen worshipped:worshiped worshipping:worshiping
        """);

    public static readonly (string End, string By, int Least)[] Plurals =
    [
        ("ss", "ss", 4), ("us", "us", 4), ("is", "is", 4),
        ("ies", "y", 5), ("sses", "ss", 5), ("shes", "sh", 5), ("ches", "ch", 5), ("xes", "x", 5), ("tzes", "tz", 5), ("zzes", "zz", 5), ("oes", "o", 6),
        ("tatuses", "tatus", 7), ("iruses", "irus", 6), ("ampuses", "ampus", 7), ("onuses", "onus", 6), ("ocuses", "ocus", 6), ("ensuses", "ensus", 7),
        ("aucuses", "aucus", 7), ("urpluses", "urplus", 8), ("pparatuses", "pparatus", 10), ("ircuses", "ircus", 7),
        ("s", "", 4),
    ];

    /// <summary>British endings, each with the American one and the least length of a word that it is for.</summary>
    public static readonly (string End, string By, int Least)[] Endings =
    [
        ("isation", "ization", 9), ("isational", "izational", 11), ("isable", "izable", 9), ("isability", "izability", 11),
        ("ise", "ize", 5), ("ised", "ized", 6), ("ising", "izing", 7), ("iser", "izer", 6), ("yse", "yze", 6), ("ysed", "yzed", 7), ("ysing", "yzing", 8), ("yser", "yzer", 7),
        ("our", "or", 5), ("oured", "ored", 7), ("ouring", "oring", 8), ("ourer", "orer", 7), ("ourable", "orable", 9), ("ourably", "orably", 9),
        ("ourite", "orite", 8), ("ourless", "orless", 9), ("ourful", "orful", 8), ("ourhood", "orhood", 10), ("oural", "oral", 8), ("ourly", "orly", 8),
        ("oury", "ory", 6),
        ("centre", "center", 6), ("theatre", "theater", 7), ("metre", "meter", 5), ("litre", "liter", 5), ("fibre", "fiber", 5), ("calibre", "caliber", 7),
        ("spectre", "specter", 7), ("sabre", "saber", 5), ("meagre", "meager", 6), ("lustre", "luster", 6), ("sombre", "somber", 6),
        ("elled", "eled", 7), ("elling", "eling", 8), ("eller", "eler", 7), ("ellor", "elor", 8), ("illor", "ilor", 8), ("gramme", "gram", 6),
    ];

    /// <summary>Beginnings, whatever follows.</summary>
    public static readonly (string Beginning, string By)[] Beginnings =
    [
        ("archaeo", "archeo"), ("paed", "ped"), ("orthopaed", "orthoped"), ("anaem", "anem"), ("haem", "hem"), ("foet", "fet"), ("oestr", "estr"), ("oesoph", "esoph"),
        ("scepti", "skepti"), ("plough", "plow"), ("mould", "mold"), ("manoeuvre", "maneuver"), ("manoeuvri", "maneuveri"), ("enquir", "inquir"), ("sulph", "sulf"),
    ];

    private static Dictionary<string, string> Pairs(string pairs) => pairs
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split(':'))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
