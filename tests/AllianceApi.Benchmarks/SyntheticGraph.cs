using AllianceApi.Graph;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Benchmarks;

/// <summary>
/// A graph like the alliance's, of any size and the same each time: twelve kinds, forty predicates, degrees by a power law, a statement for each relation.
/// </summary>
internal sealed class SyntheticGraph(int entities, int relations, int seed = 1)
{
    /// <summary>Beside <c>argues-for</c>, which the program knows.</summary>
    private const int Predicates = 39;

    private const string ArguesFor = "argues-for";
    private const int PassagesPerSection = 100;
    private const int Vocabulary = 20_000;

    private readonly string[] _words = Words();
    private readonly int _passages = Math.Max(1, relations / 10);

    public static IEnumerable<Predicate> AllPredicates() => Enumerable.Range(0, Predicates).Select(number => new Predicate
    {
        Id = $"relates-by-{number}",
        Label = $"relates by {number}",
        InverseId = $"related-by-{number}",
        InverseLabel = $"is related by {number}",
        Definition = $"The synthetic relation number {number}.",
        Domain = [.. Catalogue.Kinds.Select(kind => kind.Id)],
        Range = [.. Catalogue.Kinds.Select(kind => kind.Id)],
    }).Append(new Predicate
    {
        Id = ArguesFor,
        Label = "argues for",
        InverseId = "argued-by",
        InverseLabel = "is argued by",
        Definition = "The position that an argument is for.",
        Domain = ["argument"],
        Range = ["position"],
    });

    public Document Document() => new()
    {
        Id = "synthetic",
        Title = "A synthetic document",
        Language = "en",
        Sha256 = new string('0', 64),
        Sections = [.. Enumerable.Range(0, ((_passages - 1) / PassagesPerSection) + 1).Select(section => new Section { Id = $"section-{section}", Title = $"Section {section}" })],
        Passages = [.. Enumerable.Range(0, _passages).Select(PassageOf)],
    };

    public IEnumerable<Entity> AllEntities()
    {
        var random = new Random(seed);
        for (var number = 0; number < entities; number++)
        {
            var entity = KindOf(number).Create();
            entity.Id = IdOf(number);
            entity.Name = $"{Word(random)} {Word(random)} {number}";
            entity.Aliases = number % 4 == 0 ? [$"{Word(random)} {number}"] : [];
            entity.Summary = Text(random, 20);
            // Each entity is the subject of some statement: the one that bears its number.
            entity.SummaryEvidence = [StatementId(number % relations)];
            foreach (var member in KindOf(number).Members.Where(member => member.Required || member.Type == FieldType.Choice))
                member.Write(entity, member.Type == FieldType.Choice ? member.Choices[number % member.Choices.Count] : Text(random, 8));
            yield return entity;
        }
    }

    public IEnumerable<Statement> AllStatements()
    {
        var random = new Random(seed + 1);
        var seen = new HashSet<(int, int, int)>();
        for (var number = 0; number < relations; number++)
        {
            int subject, target, predicate;
            do
            {
                subject = number < entities ? number : PowerLaw(random);
                target = PowerLaw(random);
                predicate = random.Next(Predicates);
            }
            while (subject == target || !seen.Add((subject, predicate, target)));
            yield return StatementOf(random, number, FactOf(number, subject, predicate, target), target);
        }
    }

    private Statement StatementOf(Random random, int number, Fact fact, int target) => new()
    {
        Id = StatementId(number),
        Document = "synthetic",
        Passages = [PassageOf(number % _passages).Locator],
        Text = Text(random, 12),
        Modality = (number % 10) switch { 8 => Modality.Projected, 9 => Modality.Possible, _ => Modality.Asserted },
        AttributedTo = BearersOf(number, target),
        Asserts = [fact],
    };

    /// <summary>An argument's own statement says which position it is for: the one before it.</summary>
    private Fact FactOf(int number, int subject, int predicate, int target) => number < entities && IsArgument(number)
        ? new Fact { Subject = IdOf(number), Name = ArguesFor, Target = IdOf(number - 1) }
        : new Fact { Subject = IdOf(subject), Name = $"relates-by-{predicate}", Target = IdOf(target) };

    /// <summary>Each argument has something to say; beside that, one statement in seven is somebody's view.</summary>
    private List<string> BearersOf(int number, int target)
    {
        if (number >= entities && number < 2 * entities && IsArgument(number - entities))
            return [IdOf(number - entities)];
        return number >= entities && number % 7 == 0 ? [IdOf(ActorNear(target))] : [];
    }

    private static bool IsArgument(int number) => KindOf(number).Id == "argument";

    public static string IdOf(int number) => $"{KindOf(number).Id}-{number}";

    public int Entities => entities;

    public string WordOfRank(int rank) => _words[rank];

    private static Kind KindOf(int number) => Catalogue.Kinds[number % Catalogue.Kinds.Count];

    private static string StatementId(int number) => $"statement-{number}";

    private static Passage PassageOf(int number) => new()
    {
        Locator = $"section-{number / PassagesPerSection}.p1s{(number % PassagesPerSection) + 1}",
        Section = $"section-{number / PassagesPerSection}",
        Start = number * 100,
        End = (number * 100) + 90,
        Words = 15,
        Sha256 = new string('0', 64),
    };

    private int ActorNear(int number)
    {
        var actor = Catalogue.Kinds.ToList().FindIndex(kind => kind.Id == "actor");
        return Math.Min(entities - 1, number - (number % Catalogue.Kinds.Count)) is var start && start + actor < entities ? start + actor : actor;
    }

    /// <summary>Few entities take part in many relations: the number grows as the cube of a uniform one.</summary>
    private int PowerLaw(Random random) => (int)(entities * Math.Pow(random.NextDouble(), 3));

    private string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random))) + ".";

    /// <summary>By Zipf's law, roughly: the logarithm of the rank is uniform.</summary>
    private string Word(Random random) => _words[(int)Math.Pow(Vocabulary, random.NextDouble()) - 1];

    private static string[] Words()
    {
        string[] syllables = ["ba", "co", "da", "fe", "gi", "hu", "ka", "lo", "mi", "no", "pa", "ro", "se", "ti", "vu", "ze", "ran", "ter", "lin", "mor"];
        return [.. Enumerable.Range(0, Vocabulary).Select(number => string.Concat(
            syllables[number % 20], syllables[number / 20 % 20], syllables[number / 400 % 20], number >= 8000 ? syllables[number / 8000] : ""))];
    }
}
