using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AllianceApi.Tests.Contract;

/// <summary>A type of the program that uses another.</summary>
internal sealed record Use(string From, string To, string Folder);

/// <summary>Reads from the compiled program which types use which: in signatures, attributes and method bodies.</summary>
internal static class Metadata
{
    private const string Root = "AllianceApi.";

    /// <summary>What the types of a folder use of the program itself, its top-level statements aside.</summary>
    public static IEnumerable<Use> UsesOf(Assembly program, string folder) =>
        TypesUsedBy(program, folder).Where(use => use.Folder.Length > 0);

    /// <summary>All types that those of a folder name, those of libraries too.</summary>
    public static IReadOnlyList<Use> TypesUsedBy(Assembly program, string folder)
    {
        using var module = ModuleDefinition.ReadModule(program.Location);
        return [.. module.GetTypes().Where(type => FolderOf(type) == folder)
            .SelectMany(type => Named(type).SelectMany(Parts).Select(used => new Use(type.FullName, used.FullName, FolderOf(used)))).Distinct()];
    }

    private static string FolderOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace.StartsWith(Root, StringComparison.Ordinal) ? type.Namespace[Root.Length..].Split('.')[0] : "";
    }

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Properties.SelectMany(property => property.CustomAttributes).Select(attribute => attribute.AttributeType),
        .. type.Methods.SelectMany(Named),
    ];

    private static IEnumerable<TypeReference?> Named(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. method.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(Named) : [],
    ];

    private static IEnumerable<TypeReference?> Named(Instruction instruction) => instruction.Operand switch
    {
        GenericInstanceMethod called => [called.DeclaringType, called.ReturnType, .. called.GenericArguments],
        MethodReference called => [called.DeclaringType, called.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    /// <summary>A type, and those that a generic one, an array or a reference is made of.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
        TypeSpecification specified => Parts(specified.ElementType),
        _ => [type],
    };
}
