using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>
/// Puts a snapshot together from nothing: out of rows that are numbered in their order, what is derived of them is worked out in a few passes over arrays.
/// What comes of it is what comes of putting the same records one after another.
/// </summary>
/// <param name="frame">A snapshot with schema, documents and passages, and nothing else.</param>
/// <param name="entities">By id, a dot behind each.</param>
/// <param name="facts">By id, with the revisions that they are known to have; 0 where the youngest statement tells it.</param>
/// <param name="statements">In the order of document and passage, then by id, with the rows of their facts.</param>
internal sealed class SnapshotAssembly(Snapshot frame, EntityRow[] entities, FactRow[] facts, StatementRow[] statements)
{
    public Snapshot Run()
    {
        var paged = Paged<StatementRow>.Of(statements);
        Support(new SingleRows(statements.Length));
        Connect();
        var graph = With(paged, Passages());
        Contest(graph);
        graph = graph.With(Paged<EntityRow>.Of(entities), Paged<FactRow>.Of(facts));
        Finish(graph);
        return graph.With(Paged<EntityRow>.Of(entities), graph.Facts);
    }

    private Snapshot With(Paged<StatementRow> paged, Paged<PassageRow> passages) => new()
    {
        GraphId = frame.GraphId,
        Revision = frame.Revision,
        UpdatedAt = frame.UpdatedAt,
        Schema = frame.Schema,
        Documents = frame.Documents,
        PassageRows = frame.PassageRows,
        Passages = passages,
        Statements = paged,
        Entities = Paged<EntityRow>.Of(entities),
        Facts = Paged<FactRow>.Of(facts),
        EntityRows = RowIndex.Of(Array.ConvertAll(entities, entity => entity.Id)),
        StatementRows = RowIndex.Of(Array.ConvertAll(statements, statement => statement.Id)),
        InOrder = (entities.Length, facts.Length, statements.Length),
    };

    /// <summary>Makes each fact what its statements make of it.</summary>
    private void Support(SingleRows single)
    {
        var supports = new RowLists(facts.Length, add =>
        {
            for (var row = 0; row < statements.Length; row++)
            {
                foreach (var fact in statements[row].Asserts)
                    add(fact, row);
                foreach (var fact in statements[row].Denies)
                    add(fact, row);
            }
        });
        Parallel.For(0, facts.Length, row => facts[row] = Supported(facts[row], supports[row], single));
    }

    private FactRow Supported(FactRow fact, ReadOnlySpan<int> supports, SingleRows single)
    {
        var strongestFirst = single.Of(supports);
        if (supports.Length > 1)
            Array.Sort(strongestFirst, (left, right) => (statements[left].Strength.Rank, left).CompareTo((statements[right].Strength.Rank, right)));
        var strength = statements[strongestFirst[0]].Strength;
        var revision = fact.Revision;
        if (revision == 0)
        {
            foreach (var row in strongestFirst)
                revision = Math.Max(revision, statements[row].Revision);
        }
        return fact with { Statements = strongestFirst, Strength = strength, AttributedTo = Bearers(strongestFirst, strength), Revision = revision };
    }

    private int[] Bearers(int[] strongestFirst, Strength strength) => strength.Standing == Standing.Stated ? []
        : strongestFirst.Length == 1 && statements[strongestFirst[0]].AttributedTo is { Length: 1 } bearer ? bearer
        : [.. strongestFirst.TakeWhile(row => statements[row].Strength == strength).SelectMany(row => statements[row].AttributedTo).Distinct().Order()];

    /// <summary>Gives each entity its relations, attributes and statements.</summary>
    private void Connect()
    {
        var relations = new RelationLists(entities.Length, facts, frame.Schema);
        var attributes = new RowLists(entities.Length, add =>
        {
            for (var row = 0; row < facts.Length; row++)
            {
                if (facts[row].IsAttribute)
                    add(facts[row].Subject, row);
            }
        });
        var mentions = new RowLists(entities.Length, AddMentions);
        Parallel.For(0, entities.Length, row =>
        {
            var (rows, groups) = relations.Of(row);
            entities[row] = entities[row] with { Relations = rows, Ends = Array.ConvertAll(rows, fact => Grouping.EndOf(facts[fact], row)), Groups = groups, Attributes = attributes[row].ToArray(), Statements = mentions[row].ToArray() };
        });
    }

    private void AddMentions(Action<int, int> add)
    {
        for (var row = 0; row < statements.Length; row++)
        {
            foreach (var bearer in statements[row].AttributedTo)
                add(bearer, row);
            foreach (var fact in statements[row].Asserts)
                AddEnds(facts[fact], row, add);
            foreach (var fact in statements[row].Denies)
                AddEnds(facts[fact], row, add);
        }
    }

    private static void AddEnds(FactRow fact, int statement, Action<int, int> add)
    {
        add(fact.Subject, statement);
        if (fact.Object >= 0)
            add(fact.Object, statement);
    }

    private Paged<PassageRow> Passages()
    {
        var passages = frame.Passages.ToArray();
        var cited = new RowLists(passages.Length, add =>
        {
            for (var row = 0; row < statements.Length; row++)
            {
                foreach (var passage in statements[row].Passages)
                    add(passage, row);
            }
        });
        for (var row = 0; row < passages.Length; row++)
            passages[row] = passages[row] with { Statements = cited[row].ToArray() };
        return Paged<PassageRow>.Of(passages);
    }

    /// <summary>Marks what contradicts; only where it can be are others looked at.</summary>
    private void Contest(Snapshot graph)
    {
        var denied = facts.Where(fact => fact.Negated).Select(fact => fact.Predicate).ToHashSet();
        for (var row = 0; row < facts.Length; row++)
        {
            var fact = facts[row];
            if (fact.Strength != Strength.Strongest)
                continue;
            var canBe = fact.Predicate is not { } predicate
                ? entities[fact.Subject].Attributes.Length > 1
                : predicate.Predicate.SingleValued || denied.Contains(predicate) || frame.Schema.Excludes(predicate);
            if (canBe && Contests.Against(graph, fact).Any())
                facts[row] = fact with { Contested = true };
        }
    }

    /// <summary>What of entities depends on which facts are contested: the names of those, and the typed attributes.</summary>
    private void Finish(Snapshot graph)
    {
        foreach (var row in facts.Where(fact => fact.Contested).SelectMany(fact => new[] { fact.Subject, fact.Object }).Where(row => row >= 0).Distinct())
            entities[row] = entities[row] with { Contested = Contests.NamesOf(fact => facts[fact], row, entities[row]) };
        for (var row = 0; row < entities.Length; row++)
        {
            if (entities[row].Kind.Fields.Count > 0)
                entities[row] = entities[row] with { Typed = Fragments.Typed(graph, entities[row]) };
        }
    }
}
