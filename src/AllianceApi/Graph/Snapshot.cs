using System.Collections.Concurrent;
using AllianceApi.Graph.Algorithms;
using AllianceApi.Kinds;
using AllianceApi.Shapes;

namespace AllianceApi.Graph;

/// <summary>
/// The whole graph at one revision, immutable: every read is answered from one of these from its first line to its last byte.
/// Records are known by rows, numbers that mean something in this snapshot only; a successor shares with it all that did not change.
/// </summary>
internal sealed class Snapshot
{
    private readonly ConcurrentDictionary<object, Lazy<object>> _remembered = new();
    private readonly ConcurrentDictionary<(Collection Collection, string Sort, bool Descending), Lazy<Order>> _orders = new();

    /// <summary>Random, made with the database: what tells its answers from those of another graph.</summary>
    public required string GraphId { get; init; }

    public required long Revision { get; init; }

    /// <summary>The date of which this is a view, without what surely did not hold then; null for the graph itself.</summary>
    public PartialDate? At { get; init; }

    /// <summary>When the revision was committed, in UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    public required Schema Schema { get; init; }

    public required Paged<EntityRow> Entities { get; init; }

    /// <summary>Relations and attributes.</summary>
    public required Paged<FactRow> Facts { get; init; }

    public required Paged<StatementRow> Statements { get; init; }

    /// <summary>By id.</summary>
    public required DocumentRow[] Documents { get; init; }

    /// <summary>In the order of document and position.</summary>
    public required Paged<PassageRow> Passages { get; init; }

    public required IReadOnlyDictionary<(int Document, string Locator), int> PassageRows { get; init; }

    public required RowIndex EntityRows { get; init; }

    public required RowIndex StatementRows { get; init; }

    /// <summary>Up to which rows entities, facts and statements are numbered in their order.</summary>
    public required (int Entities, int Facts, int Statements) InOrder { get; init; }

    public int? FindEntity(string id) => EntityRows.Find(id);

    public int? FindStatement(string id) => StatementRows.Find(id);

    public int? FindDocument(string id) => Array.FindIndex(Documents, document => document.Id == id) is var row and >= 0 ? row : null;

    public int? FindPassage(int document, string locator) => PassageRows.TryGetValue((document, locator), out var row) ? row : null;

    /// <summary>The row of a fact by its public id: those of its subject are sorted by it.</summary>
    public int? FindFact(string id)
    {
        var subject = id.Split('.', 2)[0];
        if (FindEntity(subject) is not { } row)
            return null;
        var entity = Entities[row];
        foreach (var fact in entity.Attributes.Concat(entity.Groups.Where(group => group.Direction != GroupDirection.In && IsUnder(id, group))
            .SelectMany(group => BetweenIn(entity, group, id))))
        {
            if (Facts[fact].Subject == row && IdOf(Facts[fact]) == id)
                return fact;
        }
        return null;
    }

    /// <summary>The public id of a fact.</summary>
    public string IdOf(FactRow fact) => IdOf(FactKey.Of(fact));

    /// <summary>The public id that a fact of these parts has.</summary>
    public string IdOf(FactKey key) => Fact.IdOf(
        Entities[key.Subject].Id, key.Negated, key.Predicate?.Id ?? key.Literal!.Name, key.Literal is { } literal ? Fact.PartOf(literal.Value) : Entities[key.Object].Id, key.Period);

    /// <summary>The object's id, or the literal.</summary>
    public string TargetOf(FactRow fact) => fact.Literal?.Value ?? Entities[fact.Object].Id;

    /// <summary>The fact as its statements say it.</summary>
    public Fact FactOf(FactRow fact) => new()
    {
        Subject = Entities[fact.Subject].Id,
        Name = fact.Name,
        Target = TargetOf(fact),
        IsAttribute = fact.IsAttribute,
        Negated = fact.Negated,
        ValidFrom = fact.Period?.From,
        ValidTo = fact.Period?.To,
    };

    /// <summary>The record that a row was made of.</summary>
    public Statement StatementOf(StatementRow row)
    {
        var (text, qualifier) = row.Texts();
        return new Statement
        {
            Id = row.Id,
            Document = Documents[row.Document].Id,
            Passages = [.. row.Passages.Select(passage => Passages[passage].Passage.Locator)],
            Text = text,
            Qualifier = qualifier,
            AttributedTo = [.. row.AttributedTo.Select(entity => Entities[entity].Id)],
            Modality = row.Strength.Modality,
            Asserts = [.. row.Asserts.Select(fact => FactOf(Facts[fact]))],
            Denies = [.. row.Denies.Select(fact => FactOf(Facts[fact]))],
            Revision = row.Revision,
            UpdatedAt = row.UpdatedAt,
        };
    }

    /// <summary>The ends of a statement's facts and its bearers, by id.</summary>
    public int[] MentionsOf(StatementRow statement) =>
    [
        .. statement.Facts.Select(fact => Facts[fact])
            .SelectMany(fact => fact.Object >= 0 ? [fact.Subject, fact.Object] : new[] { fact.Subject })
            .Concat(statement.AttributedTo).Distinct().OrderBy(entity => entity, EntitiesById),
    ];

    /// <summary>How an entity stands in a relation of its own.</summary>
    public static GroupDirection DirectionOf(FactRow relation, int entity) =>
        relation.Predicate!.Predicate.Symmetric ? GroupDirection.Both : relation.Subject == entity ? GroupDirection.Out : GroupDirection.In;

    /// <summary>The relations of an entity in a group, by id.</summary>
    public static ReadOnlySpan<int> RelationsIn(EntityRow entity, Group group) => entity.Relations.AsSpan(group.Start, group.Count);

    /// <summary>All relations under a predicate.</summary>
    public RowRange Under(PredicateRow predicate) => FactsNamed(predicate.Id);

    /// <summary>All relations under a predicate, or attributes of a name, by id.</summary>
    public RowRange FactsNamed(string name) =>
        Remember("facts by name", graph => KeyedRows.Of(graph, RowsOf.Facts, (graph, row) => graph.Facts[row].Name)).With(name);

    /// <summary>The values of an attribute that are stated and asserted: of agreeing dates the narrowest, none where they contest.</summary>
    public IEnumerable<FactRow> TypedValues(EntityRow entity, Field field)
    {
        var values = entity.Attributes.Select(row => Facts[row]).Where(fact => fact.Literal!.Name == field.Name && fact.IsPlain);
        if (field.Several)
            return values;
        if (entity.Contested.Contains(field.Name))
            return [];
        return field.Type == FieldType.Date
            ? values.OrderBy(fact => Dates.Width(fact.Literal!.Value)).ThenBy(fact => fact.Literal!.Value, StringComparer.Ordinal).Take(1)
            : values.OrderBy(fact => fact.Statements[0], StatementsInOrder).Take(1);
    }

    /// <summary>The first fact of a sort; null where there is none.</summary>
    public FactRow? FirstFact(Func<FactRow, bool> such) => Facts.Where(such).Select(fact => (FactRow?)fact).FirstOrDefault();

    /// <summary>What is worked out from this snapshot once, at its first use, and kept with it.</summary>
    public T Remember<T>(object key, Func<Snapshot, T> make)
        where T : class => (T)_remembered.GetOrAdd(key, _ => new(() => make(this))).Value;

    /// <summary>What was worked out already; null where it was not.</summary>
    public T? Remembered<T>(object key)
        where T : class => _remembered.TryGetValue(key, out var remembered) && remembered.IsValueCreated ? (T)remembered.Value : null;

    /// <summary>The rows of a collection in one of its orders, worked out once; successors keep it up.</summary>
    public Order Ordered(Collection collection, string sort, bool descending) =>
        _orders.GetOrAdd((collection, sort, descending), _ => new(() => Order.Of(this, collection, sort, descending))).Value;

    /// <summary>Entities by id.</summary>
    public IComparer<int> EntitiesById => new ByText(InOrder.Entities, row => Entities[row].Id + ".");

    /// <summary>Facts by id.</summary>
    public IComparer<int> FactsById => Comparer<int>.Create((left, right) => IdOrder.Facts(this, left, right));

    /// <summary>Statements in the order of document and passage, then by id.</summary>
    public IComparer<int> StatementsInOrder => new ByText(InOrder.Statements, row => FormattableString.Invariant($"{Statements[row].Passages[0]:D9}{Statements[row].Id}"));

    public int Slots(RowsOf rows) => rows switch
    {
        RowsOf.Entities => Entities.Length,
        RowsOf.Facts => Facts.Length,
        RowsOf.Statements => Statements.Length,
        _ => 0,
    };

    public bool Exists(RowsOf rows, int row) => rows switch
    {
        RowsOf.Entities => Entities.Has(row),
        RowsOf.Facts => Facts.Has(row),
        RowsOf.Statements => Statements.Has(row),
        _ => false,
    };

    /// <summary>The same graph with other rows of entities and facts.</summary>
    public Snapshot With(Paged<EntityRow> entities, Paged<FactRow> facts) => new()
    {
        GraphId = GraphId,
        Revision = Revision,
        At = At,
        UpdatedAt = UpdatedAt,
        Schema = Schema,
        Documents = Documents,
        Passages = Passages,
        PassageRows = PassageRows,
        Statements = Statements,
        EntityRows = EntityRows,
        StatementRows = StatementRows,
        InOrder = InOrder,
        Entities = entities,
        Facts = facts,
    };

    /// <summary>Takes over the orders of a predecessor, and what else is kept up, with the rows in which they differ.</summary>
    public void KeepOrders(Snapshot before, Func<RowsOf, IReadOnlyCollection<int>> changed)
    {
        foreach (var (key, order) in before._orders)
        {
            if (order.IsValueCreated && order.Value.RowsOf != RowsOf.Others)
                _orders[key] = new(order.Value.In(this, changed(order.Value.RowsOf)));
        }
        foreach (var (key, remembered) in before._remembered)
        {
            if (remembered.IsValueCreated && remembered.Value is IKept kept)
                _remembered[key] = new(kept.In(this, changed));
        }
    }

    private static bool IsUnder(string id, Group group) =>
        id.Contains($".{group.Predicate.Id}.", StringComparison.Ordinal);

    /// <summary>The relation of a group that may have this id, found by halving.</summary>
    private int[] BetweenIn(EntityRow entity, Group group, string id)
    {
        var (low, high) = (group.Start, group.Start + group.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(IdOf(Facts[entity.Relations[middle]]), id))
            {
                case 0: return [entity.Relations[middle]];
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }
        return [];
    }

    /// <summary>Compares rows by a text; those that are numbered in order by their numbers.</summary>
    private sealed class ByText(int inOrder, Func<int, string> text) : IComparer<int>
    {
        public int Compare(int x, int y) => x < inOrder && y < inOrder ? x.CompareTo(y) : string.CompareOrdinal(text(x), text(y));
    }
}
