using System.Globalization;
using AllianceApi.Graph;

namespace AllianceApi.Http;

/// <summary>The parameters that lists share: how many rows, from where, in which order, and what of each.</summary>
internal static class PageParameters
{
    private const int MaxLimit = 200;

    /// <summary><c>limit</c>, <c>cursor</c>, <c>fields</c> and, where there is a choice, <c>sort</c>.</summary>
    public static IEnumerable<Parameter> Of(Collection collection, Type item)
    {
        yield return Limit;
        yield return Continue;
        if (collection.Sorts.Any(sort => sort.Name.Length > 0))
            yield return SortBy(collection);
        yield return Fields(item);
    }

    /// <summary>Which top-level members of an answer to show.</summary>
    public static Parameter Fields(Type item)
    {
        string[] names = [.. Json.Options.GetTypeInfo(item).Properties.Select(property => property.Name)];
        return new Parameter
        {
            Name = "fields",
            Description = "The top-level members to show, in their usual order; `id` is always there.",
            Allowed = names,
            Apply = (context, values) => context.Query.Fields = [.. values],
        };
    }

    /// <summary>Whether lists of facts carry their evidence.</summary>
    public static Parameter Expand { get; } = new()
    {
        Name = "expand",
        Description = "`evidence` puts into each fact the statements that make it, with their passages.",
        Allowed = ["evidence"],
        Apply = (context, _) => context.Query.Evidence = true,
    };

    public static Parameter Limit { get; } = LimitOf(MaxLimit, Query.DefaultLimit);

    /// <summary>How many items to show, where a page has other bounds than lists have.</summary>
    public static Parameter LimitOf(int most, int otherwise) => new()
    {
        Name = "limit",
        Description = $"How many items a page has at most, 1 to {most}.",
        Type = ParameterType.Integer,
        Many = false,
        Least = 1,
        Most = most,
        Default = otherwise.ToString(CultureInfo.InvariantCulture),
        Apply = (context, values) =>
        {
            if (int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most)
                context.Query.Limit = limit;
            else
                context.Refuse("limit", $"'limit' is a whole number from 1 to {most}, not '{values[0]}'.");
        },
    };

    public static Parameter Continue { get; } = new()
    {
        Name = "cursor",
        Description = "Where to go on: the `next` of the page before. It belongs to the same path, filters and order.",
        Many = false,
        Apply = (context, values) =>
        {
            var (place, error) = Cursor.Read(values[0], context.Query.Identity);
            if (error is null)
                context.Query.After = place;
            else
                context.Refuse("cursor", error);
        },
    };

    private static Parameter SortBy(Collection collection)
    {
        string[] names = [.. collection.Sorts.Select(sort => sort.Name).Where(name => name.Length > 0)];
        return new Parameter
        {
            Name = "sort",
            Description = "The order; `-` before the name turns it. What has no value comes last, and ids break ties.",
            Many = false,
            Allowed = [.. names.SelectMany(name => new[] { name, $"-{name}" })],
            Default = collection.Sorts[0].Name is { Length: > 0 } name ? name : null,
            Apply = (context, values) =>
            {
                context.Query.Descending = values[0][0] == '-';
                context.Query.Sort = values[0].TrimStart('-');
            },
        };
    }
}
