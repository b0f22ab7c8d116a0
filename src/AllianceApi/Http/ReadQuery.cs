using AllianceApi.Graph;
using AllianceApi.Shapes;

namespace AllianceApi.Http;

/// <summary>Says which query parameters an endpoint takes; they may depend on the schema.</summary>
internal sealed record Takes(Func<Snapshot, IReadOnlyList<Parameter>> Parameters);

/// <summary>Reads a request's query by the parameters of its endpoint: what is unknown, repeated, empty or not allowed is an error that names it.</summary>
internal static class ReadQuery
{
    private const int MaxValues = 200;

    public static Query Of(HttpContext context)
    {
        if (context.Items[typeof(Query)] is Query known)
            return known;
        var graph = context.Graph();
        var parameters = context.GetEndpoint() is { } endpoint ? TimeParameters.Of(endpoint.Metadata, graph) : [];
        var query = Read(context.Request, graph, context.RequestServices.GetRequiredService<FindGone>(), parameters);
        context.Items[typeof(Query)] = query;
        return query;
    }

    private static Query Read(HttpRequest request, Snapshot graph, FindGone gone, IReadOnlyList<Parameter> parameters)
    {
        var given = request.Query.SelectMany(pair => pair.Value.Select(value => (Name: pair.Key, Value: value ?? ""))).ToList();
        var query = new Query { Identity = Cursor.IdentityOf(request.Path, given) };
        if (parameters.FirstOrDefault(parameter => parameter.Name == "limit")?.Default is { } limit)
            query.Limit = int.Parse(limit, System.Globalization.CultureInfo.InvariantCulture);
        var context = new QueryContext(graph, gone, query, StrengthsOf(given), request.RouteValues.GetValueOrDefault("id") as string);
        foreach (var group in given.GroupBy(pair => pair.Name))
        {
            if (parameters.FirstOrDefault(candidate => candidate.Name == group.Key) is not { } parameter)
                RefuseUnknown(context, group.Key, parameters);
            else if (group.Count() > 1)
                context.Refuse(parameter.Name, $"'{parameter.Name}' is given {group.Count()} times. Give it once{(parameter.Many ? ", several values with commas between them" : "")}.");
            else
                Apply(context, parameter, group.Single().Value);
        }
        foreach (var parameter in parameters.Where(parameter => parameter.Required && !given.Exists(pair => pair.Name == parameter.Name)))
            context.Refuse(parameter.Name, $"'{parameter.Name}' is missing. {parameter.Description}");
        return query;
    }

    private static void Apply(QueryContext context, Parameter parameter, string text)
    {
        string[] values = parameter.Many ? text.Split(',') : [text];
        if (Array.Exists(values, value => value.Length == 0))
            context.Refuse(parameter.Name, $"'{parameter.Name}' has an empty value. Give one, or leave the parameter out.", Listed(parameter));
        else if (values.Length > MaxValues)
            context.Refuse(parameter.Name, $"'{parameter.Name}' has {values.Length} values. Give {MaxValues} at most.");
        else if (parameter.Allowed.Count > 0 && Array.Find(values, value => !parameter.Allowed.Contains(value)) is { } wrong)
            context.Refuse(parameter.Name, $"'{parameter.Name}' does not take '{wrong}'.{Nearest.Question(Nearest.To(wrong, parameter.Allowed))}", Listed(parameter));
        else
            parameter.Apply(context, values);
    }

    private static void RefuseUnknown(QueryContext context, string name, IReadOnlyList<Parameter> parameters)
    {
        string[] names = [.. parameters.Select(parameter => parameter.Name)];
        context.Refuse(name, $"There is no parameter '{name}' here.{Nearest.Question(Nearest.To(name, names))}", names);
    }

    private static IReadOnlyList<string>? Listed(Parameter parameter) => parameter.Allowed.Count > 0 ? parameter.Allowed : null;

    /// <summary>Unless told, only what is stated and asserted counts.</summary>
    private static HashSet<Strength> StrengthsOf(List<(string Name, string Value)> given)
    {
        var standings = Chosen(given, "standing", Standing.Stated);
        var modalities = Chosen(given, "modality", Modality.Asserted);
        return [.. standings.SelectMany(standing => modalities.Select(modality => new Strength(standing, modality)))];
    }

    private static List<T> Chosen<T>(List<(string Name, string Value)> given, string name, T otherwise)
        where T : struct, Enum
    {
        var chosen = given.Where(pair => pair.Name == name).SelectMany(pair => pair.Value.Split(','))
            .SelectMany(word => Enum.GetValues<T>().Where(value => Fragments.Word(value) == word)).ToList();
        return chosen.Count > 0 ? chosen : [otherwise];
    }
}
