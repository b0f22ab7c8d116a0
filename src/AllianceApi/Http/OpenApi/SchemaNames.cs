namespace AllianceApi.Http.OpenApi;

/// <summary>The names of schemas: a record without <c>Response</c>, a page by its item.</summary>
internal static class SchemaNames
{
    public static string Of(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsGenericType
            ? string.Concat(type.GetGenericArguments().Select(Of)) + name
            : name.EndsWith("Response", StringComparison.Ordinal) ? name[..^"Response".Length] : name;
    }
}
