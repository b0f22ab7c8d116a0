using System.Reflection;
using AllianceApi.Shapes;

namespace AllianceApi.Kinds;

/// <summary>
/// A kind of entity: its words, its class and its response record. What the record says beyond <see cref="EntityResponse"/> is what the kind has.
/// </summary>
internal sealed class Kind
{
    private readonly Func<Entity> _create;

    private Kind(string id, string path, Type entity, Type response, Type page, Func<Entity> create)
    {
        Id = id;
        Path = path;
        Class = entity;
        Response = response;
        Page = page;
        _create = create;
        Fields = [.. response.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.GetMethod!.GetBaseDefinition().DeclaringType == response)
            .Select(property => new Field(property, entity))];
        Members = [.. Fields.Where(field => !field.FromSource)];
        Attributes = [.. Fields.Where(field => field.FromSource)];
        Description = Documentation.Of(response);
    }

    /// <summary>The kind's id, as <c>kind</c> has it: <c>treaty</c>.</summary>
    public string Id { get; }

    /// <summary>The path of its list below the base: <c>treaties</c>.</summary>
    public string Path { get; }

    /// <summary>The kind as a word of an operation id: <c>Treaty</c>.</summary>
    public string Name => Class.Name;

    /// <summary>Its list as a word of an operation id: <c>Treaties</c>.</summary>
    public string Plural => string.Concat(Path[..1].ToUpperInvariant(), Path[1..]);

    public Type Class { get; }

    public Type Response { get; }

    public Type Page { get; }

    /// <summary>Its typed members and attributes, in the order in which JSON has them.</summary>
    public IReadOnlyList<Field> Fields { get; }

    public IReadOnlyList<Field> Members { get; }

    public IReadOnlyList<Field> Attributes { get; }

    public string Description { get; }

    public static Kind Of<TEntity, TResponse>(string id, string path)
        where TEntity : Entity
        where TResponse : EntityResponse =>
        new(id, path, typeof(TEntity), typeof(TResponse), typeof(Page<TResponse>), Activator.CreateInstance<TEntity>);

    /// <summary>An entity of this kind without any member yet.</summary>
    public Entity Create() => _create();

    /// <summary>The typed path of one entity of this kind.</summary>
    public string PathOf(string id) => $"/api/v1/{Path}/{id}";

    public Field? Attribute(string name) => Attributes.FirstOrDefault(field => field.Name == name);

    public override string ToString() => Id;
}
