using System.Collections.Concurrent;
using System.Collections.Frozen;
using AllianceApi.Kinds;

namespace AllianceApi.Graph;

/// <summary>
/// The whole graph at one revision, immutable: every read is answered from one of these from its first line to its last byte.
/// Records are known by rows, numbers that mean something in this snapshot only.
/// </summary>
internal sealed class Snapshot
{
    private readonly ConcurrentDictionary<(object Collection, string Sort, bool Descending), Lazy<Order>> _orders = new();
    private readonly ConcurrentDictionary<object, Lazy<object>> _remembered = new();

    /// <summary>Random, made with the database: what tells its answers from those of another graph.</summary>
    public required string GraphId { get; init; }

    public required long Revision { get; init; }

    /// <summary>When the revision was committed, in UTC.</summary>
    public required DateTime UpdatedAt { get; init; }

    public required Schema Schema { get; init; }

    /// <summary>By id.</summary>
    public required EntityRow[] Entities { get; init; }

    /// <summary>Relations and attributes, by id.</summary>
    public required FactRow[] Facts { get; init; }

    /// <summary>In the order of document and passage.</summary>
    public required StatementRow[] Statements { get; init; }

    /// <summary>By id.</summary>
    public required DocumentRow[] Documents { get; init; }

    /// <summary>In the order of document and position.</summary>
    public required PassageRow[] Passages { get; init; }

    public required FrozenDictionary<string, int> EntityRows { get; init; }

    public required FrozenDictionary<string, int> StatementRows { get; init; }

    public required FrozenDictionary<string, int> DocumentRows { get; init; }

    public required FrozenDictionary<(int Document, string Locator), int> PassageRows { get; init; }

    public int? FindEntity(string id) => EntityRows.TryGetValue(id, out var row) ? row : null;

    public int? FindStatement(string id) => StatementRows.TryGetValue(id, out var row) ? row : null;

    public int? FindDocument(string id) => DocumentRows.TryGetValue(id, out var row) ? row : null;

    public int? FindPassage(int document, string locator) => PassageRows.TryGetValue((document, locator), out var row) ? row : null;

    /// <summary>The row of a fact by its public id: facts are sorted by it.</summary>
    public int? FindFact(string id)
    {
        var (low, high) = (0, Facts.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(IdOf(Facts[middle]), id))
            {
                case 0: return middle;
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }
        return null;
    }

    /// <summary>The public id of a fact.</summary>
    public string IdOf(FactRow fact) =>
        Fact.IdOf(Entities[fact.Subject].Id, fact.Negated, fact.Name, fact.Literal is { } literal ? Fact.PartOf(literal.Value) : Entities[fact.Object].Id, fact.Period);

    /// <summary>The object's id, or the literal.</summary>
    public string TargetOf(FactRow fact) => fact.Literal?.Value ?? Entities[fact.Object].Id;

    /// <summary>What is worked out from this snapshot once, at its first use, and kept with it.</summary>
    public T Remember<T>(object key, Func<Snapshot, T> make)
        where T : class => (T)_remembered.GetOrAdd(key, _ => new(() => make(this))).Value;

    /// <summary>The rows of a collection in one of its orders, worked out once for the snapshot.</summary>
    public Order Ordered(Collection collection, string sort, bool descending) =>
        _orders.GetOrAdd((collection.Key, sort, descending), _ => new(() => new Order(collection, sort, descending))).Value;

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
            : values.OrderBy(fact => fact.Statements[0]).Take(1);
    }
}
