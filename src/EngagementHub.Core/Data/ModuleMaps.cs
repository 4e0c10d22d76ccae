using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Data;

/// <summary>
/// Finds the maps of a module's entities by what its assembly says of itself. EF Core's own way asks for every type of the assembly, which loads them all for good:
/// its pages, closures and state machines, over a thousand in a large module, to find a dozen.
/// </summary>
public static class ModuleMaps
{
    private const string Map = "IEntityTypeConfiguration`1";
    private static readonly MethodInfo Apply = typeof(ModelBuilder).GetMethod(nameof(ModelBuilder.ApplyConfiguration))!;

    /// <summary>Applies the module's maps, by name.</summary>
    public static void ApplyMapsOf(this ModelBuilder model, Assembly module)
    {
        foreach (var map in In(module))
        {
            var made = Activator.CreateInstance(map, nonPublic: true);
            foreach (var said in map.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)))
            {
                Apply.MakeGenericMethod(said.GenericTypeArguments).Invoke(model, [made]);
            }
        }
    }

    /// <summary>The maps of an assembly. A map says itself that it is one: what it only inherits is not seen.</summary>
    internal static unsafe IReadOnlyList<Type> In(Assembly module)
    {
        if (!module.TryGetRawMetadata(out var start, out var length))
        {
            throw new InvalidOperationException($"{module} has no metadata to read");
        }

        var reader = new MetadataReader(start, length);
        return [.. reader.TypeDefinitions.Where(type => IsMap(reader, reader.GetTypeDefinition(type))).Select(type => module.ManifestModule.ResolveType(MetadataTokens.GetToken(type))).OrderBy(type => type.FullName, StringComparer.Ordinal)];
    }

    private static bool IsMap(MetadataReader reader, TypeDefinition type) =>
        !type.Attributes.HasFlag(TypeAttributes.Abstract) && type.GetInterfaceImplementations().Any(said => reader.GetInterfaceImplementation(said).Interface is { Kind: HandleKind.TypeSpecification } of && IsMap(reader, (TypeSpecificationHandle)of));

    // ECMA-335, II.23.2.14: GENERICINST, then CLASS or VALUETYPE, then what is generic.
    private static bool IsMap(MetadataReader reader, TypeSpecificationHandle said)
    {
        var signature = reader.GetBlobReader(reader.GetTypeSpecification(said).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return false;
        }

        signature.ReadCompressedInteger();
        return signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } of && reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)of).Name, Map);
    }
}
