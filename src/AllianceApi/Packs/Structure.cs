using System.Globalization;
using AllianceApi.Packs.Yaml;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace AllianceApi.Packs;

/// <summary>
/// Checks a node against its definition in the schema and says what is wrong in words. The form of texts is left to the validators, which say more.
/// </summary>
internal static class Structure
{
    private static readonly JsonSchemaValidator Validator = new();

    public static IEnumerable<PackProblem> Check(PackNode node, string definition)
    {
        var told = new HashSet<PackNode>(ReferenceEqualityComparer.Instance);
        foreach (var error in Validator.Validate(Token(node), PackSchema.Definition(definition)).SelectMany(Nearest))
        {
            if (Explain(error) is { } problem && told.Add(Place(error)))
                yield return problem;
        }
    }

    /// <summary>The node as JSON; each part remembers where it came from.</summary>
    private static JToken Token(PackNode node)
    {
        JToken token = node switch
        {
            PackMapping mapping => new JObject(mapping.Keys.Select(key => Property(key, mapping[key.Value]!))),
            PackSequence list => new JArray(list.Items.Select(Token)),
            PackScalar { Type: ScalarType.Text } text => new JValue(text.Value),
            PackScalar { Value: "true" or "false" } flag => new JValue(flag.Value == "true"),
            PackScalar { Type: ScalarType.Number } number when int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) =>
                new JValue(value),
            _ => JValue.CreateNull(),
        };
        token.AddAnnotation(node);
        return token;
    }

    private static JProperty Property(PackScalar key, PackNode value)
    {
        var property = new JProperty(key.Value, Token(value));
        property.AddAnnotation(key);
        return property;
    }

    /// <summary>Of alternatives, the errors of the one that was meant: the one whose type the node has.</summary>
    private static IEnumerable<ValidationError> Nearest(ValidationError error) =>
        error is not ChildSchemaValidationError child ? [error]
        : child.Kind is ValidationErrorKind.NotOneOf or ValidationErrorKind.NotAnyOf
            ? child.Errors.Values.FirstOrDefault(errors => errors.All(inner => inner.Token != child.Token || !IsWrongType(inner.Kind)))?.SelectMany(Nearest)
                ?? [error]
            : child.Errors.Values.SelectMany(errors => errors).SelectMany(Nearest);

    private static PackProblem? Explain(ValidationError error)
    {
        var place = Place(error);
        var schema = error.Schema.ActualSchema;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => place.Problem($"'{error.Property}' is missing.", Add(schema, error.Property!)),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => UnknownKey((PackScalar)place, schema),
            ValidationErrorKind.NotInEnumeration => NotAllowed(place, [.. schema.Enumeration.Select(value => $"{value}")]),
            ValidationErrorKind.StringTooShort => place.Problem("the text is empty.", "Write it, or take the key out."),
            ValidationErrorKind.TooFewItems when schema.MaxItems == schema.MinItems => place.Problem("a fact has three parts.",
                "Write [subject, predicate, object]."),
            ValidationErrorKind.TooFewItems => place.Problem($"there must be at least {schema.MinItems} here.", ""),
            ValidationErrorKind.TooManyItems when schema.MaxItems == schema.MinItems => place.Problem("a fact has three parts.",
                "Write [subject, predicate, object]; the time goes into the long form { fact: [...], validFrom: \"...\" }."),
            ValidationErrorKind.TooManyItems => place.Problem($"there may be at most {schema.MaxItems} here.", ""),
            ValidationErrorKind.ItemsNotUnique => place.Problem("the list has something twice.", "Keep one of each."),
            ValidationErrorKind.NumberTooSmall => place.Problem($"the number must be at least {schema.Minimum}.", ""),
            ValidationErrorKind.NotOneOf => place.Problem("a fact is a list of three texts, or a mapping with 'fact'.", "Write [subject, predicate, object]."),
            _ when IsWrongType(error.Kind) => WrongType(place, error.Kind),
            _ => null,
        };
    }

    private static PackProblem UnknownKey(PackScalar key, JsonSchema schema)
    {
        var nearest = Graph.Nearest.To(key.Value, schema.ActualProperties.Keys);
        return key.Problem($"unknown key '{key.Value}'.",
            nearest.Count > 0 ? Graph.Nearest.Question(nearest).Trim() : $"Known here: {string.Join(", ", schema.ActualProperties.Keys)}.");
    }

    private static string Add(JsonSchema schema, string property) =>
        schema.ActualProperties.TryGetValue(property, out var known) && known.Description is { Length: > 0 } description ? $"Add it: {description}" : "Add it.";

    private static PackProblem NotAllowed(PackNode place, IReadOnlyList<string> allowed) => place is not PackScalar { Type: ScalarType.Text } text
        ? WrongType(place, ValidationErrorKind.StringExpected)
        : text.Problem($"'{text.Value}' is not allowed here.",
            $"Allowed: {string.Join(", ", allowed)}.{Graph.Nearest.Question(Graph.Nearest.To(text.Value, allowed))}");

    private static PackProblem WrongType(PackNode place, ValidationErrorKind kind) => (kind, place) switch
    {
        (ValidationErrorKind.StringExpected, PackScalar { Type: ScalarType.Nothing }) => place.Problem("a text is missing here.",
            "Write it, in quotes if it is to be empty or null."),
        (ValidationErrorKind.StringExpected, PackScalar scalar) =>
            place.Problem($"{scalar.Value} is read as {Scalars.Word(scalar.Type)}, not as a text.", $"Quote it: \"{scalar.Value}\"."),
        (ValidationErrorKind.StringExpected, _) => place.Problem("a text is expected here.", "Write one text, not a list or a mapping."),
        (ValidationErrorKind.ArrayExpected, _) => place.Problem("a list is expected here.", "Write [a, b], or one item a line behind '- '."),
        (ValidationErrorKind.ObjectExpected, _) => place.Problem("a mapping is expected here.", "Write its keys and values, one a line."),
        (ValidationErrorKind.BooleanExpected, _) => place.Problem("true or false is expected here.", "Write true or false, without quotes."),
        _ => place.Problem("a whole number is expected here.", "Write it without quotes."),
    };

    private static bool IsWrongType(ValidationErrorKind kind) => kind is ValidationErrorKind.StringExpected or ValidationErrorKind.ArrayExpected
        or ValidationErrorKind.ObjectExpected or ValidationErrorKind.BooleanExpected or ValidationErrorKind.IntegerExpected;

    private static PackNode Place(ValidationError error) => error.Token!.Annotation<PackNode>()!;
}
