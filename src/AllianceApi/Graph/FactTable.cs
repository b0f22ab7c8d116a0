using System.Collections.Frozen;

namespace AllianceApi.Graph;

/// <summary>Finds the facts in the statements: one row a fact, with the standing and modality of its strongest statement.</summary>
internal sealed class FactTable(
    StatementRow[] statements, FrozenDictionary<string, int> entities, Schema schema, IReadOnlyDictionary<Fact, long> revisions)
{
    public FactRow[] Build()
    {
        var supports = new Dictionary<Fact, List<int>>();
        for (var row = 0; row < statements.Length; row++)
        {
            foreach (var fact in statements[row].Statement.Facts)
            {
                if (!supports.TryGetValue(fact, out var list))
                    supports.Add(fact, list = []);
                list.Add(row);
            }
        }

        Fact[] sorted = [.. supports.Keys.OrderBy(fact => fact.Id, StringComparer.Ordinal)];
        FactRow[] facts = [.. sorted.Select(fact => RowOf(fact, supports[fact]))];
        LinkStatements(sorted, facts);
        return facts;
    }

    private FactRow RowOf(Fact fact, List<int> supports)
    {
        int[] strongestFirst = [.. supports.Distinct().OrderBy(row => statements[row].Strength.Rank).ThenBy(row => row)];
        var strength = statements[strongestFirst[0]].Strength;
        return new FactRow
        {
            Subject = entities[fact.Subject],
            Object = fact.IsAttribute ? -1 : entities[fact.Target],
            Predicate = fact.IsAttribute ? null : schema.Find(fact.Name),
            Literal = fact.IsAttribute ? new Literal(fact.Name, fact.Target) : null,
            Period = Period.Of(fact.ValidFrom, fact.ValidTo),
            Negated = fact.Negated,
            Statements = strongestFirst,
            Strength = strength,
            AttributedTo =
            [
                .. strongestFirst.TakeWhile(row => statements[row].Strength == strength)
                    .SelectMany(row => statements[row].AttributedTo).Distinct().Order(),
            ],
            Revision = revisions.TryGetValue(fact, out var revision) ? revision : supports.Max(row => statements[row].Statement.Revision),
        };
    }

    private void LinkStatements(Fact[] sorted, FactRow[] facts)
    {
        var rows = sorted.Select((fact, row) => KeyValuePair.Create(fact, row)).ToDictionary();
        foreach (var statement in statements)
        {
            statement.Asserts = [.. statement.Statement.Asserts.Select(fact => rows[fact])];
            statement.Denies = [.. statement.Statement.Denies.Select(fact => rows[fact])];
            statement.Mentions =
            [
                .. statement.Asserts.Concat(statement.Denies)
                    .SelectMany(row => facts[row] is { Object: >= 0 } relation ? [relation.Subject, relation.Object] : new[] { facts[row].Subject })
                    .Concat(statement.AttributedTo).Distinct().Order(),
            ];
        }
    }
}
