using AllianceApi.Graph;
using AllianceApi.Kinds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AllianceApi.Data;

internal sealed class IdentityMapping : IEntityTypeConfiguration<GraphIdentity>
{
    public void Configure(EntityTypeBuilder<GraphIdentity> builder) =>
        builder.ToTable("Graph", table => table.HasCheckConstraint("CK_Graph_One", "\"Id\" = 1")).Property(graph => graph.Id).ValueGeneratedNever();
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.HasKey(revision => revision.Number);
        builder.Property(revision => revision.Number).ValueGeneratedNever();
        builder.ToTable(table => table.HasCheckConstraint("CK_Revisions_Number", "\"Number\" > 0"));
    }
}

internal sealed class PastVersionMapping : IEntityTypeConfiguration<PastVersion>
{
    public void Configure(EntityTypeBuilder<PastVersion> builder)
    {
        builder.ToTable("Versions", table => table.HasCheckConstraint("CK_Versions_Time", "\"From\" < \"Until\""));
        builder.HasKey(version => new { version.Type, version.Id, version.From });
        builder.HasIndex(version => version.From);
        builder.HasIndex(version => version.Until);
        builder.HasOne<Revision>().WithMany().HasForeignKey(version => version.Until).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoredAnswerMapping : IEntityTypeConfiguration<StoredAnswer>
{
    public void Configure(EntityTypeBuilder<StoredAnswer> builder)
    {
        builder.ToTable("Answers").HasKey(answer => new { answer.Credential, answer.Key });
        builder.HasIndex(answer => answer.Time);
    }
}

internal sealed class PredicateMapping : IEntityTypeConfiguration<Predicate>, IEntityTypeConfiguration<ExclusionLink>
{
    public void Configure(EntityTypeBuilder<Predicate> builder)
    {
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("CK_Predicates_Id", "length(\"Id\") BETWEEN 1 AND 100");
            table.HasCheckConstraint("CK_Predicates_Inverse", "(\"InverseId\" IS NULL) = (\"InverseLabel\" IS NULL) AND (\"InverseId\" IS NULL) = \"Symmetric\"");
        });
        builder.HasIndex(predicate => predicate.InverseId).IsUnique();
        builder.Ignore(predicate => predicate.Excludes);
    }

    public void Configure(EntityTypeBuilder<ExclusionLink> builder)
    {
        builder.HasKey(link => new { link.PredicateId, link.ExcludedId });
        builder.HasOne<Predicate>().WithMany().HasForeignKey(link => link.PredicateId);
        builder.HasOne<Predicate>().WithMany().HasForeignKey(link => link.ExcludedId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Entities lie in one table, a kind told from the others by <c>Kind</c>; the typed members of each are columns of its own.</summary>
internal sealed class EntityMapping : IEntityTypeConfiguration<Entity>, IEntityTypeConfiguration<SummaryLink>
{
    public static void Map(ModelBuilder model, Kind kind)
    {
        model.Entity<Entity>().HasDiscriminator<string>("Kind").HasValue(kind.Class, kind.Id);
        var builder = model.Entity(kind.Class);
        foreach (var member in kind.Members)
        {
            var column = ColumnOf(kind, member);
            builder.Property(member.Column!.Name).HasColumnName(column);
            if (member.Choices.Count == 0)
                continue;
            var values = string.Join(", ", Enum.GetNames(Nullable.GetUnderlyingType(member.Column.PropertyType) ?? member.Column.PropertyType).Select(name => $"'{name}'"));
            builder.ToTable(table => table.HasCheckConstraint($"CK_Entities_{column}", $"\"{column}\" IN ({values})"));
        }
    }

    /// <summary>The column of a kind's member in the one table of all kinds.</summary>
    public static string ColumnOf(Kind kind, Field member) => $"{kind.Name}{member.Column!.Name}";

    public void Configure(EntityTypeBuilder<Entity> builder)
    {
        builder.ToTable("Entities", table => table.HasCheckConstraint("CK_Entities_Id", "length(\"Id\") BETWEEN 1 AND 100"));
        builder.Property<string>("Kind").HasMaxLength(100);
        builder.Ignore(entity => entity.SummaryEvidence);
    }

    public void Configure(EntityTypeBuilder<SummaryLink> builder)
    {
        builder.HasKey(link => new { link.EntityId, link.StatementId });
        builder.HasOne<Entity>().WithMany().HasForeignKey(link => link.EntityId);
        builder.HasOne<Statement>().WithMany().HasForeignKey(link => link.StatementId).OnDelete(DeleteBehavior.Restrict);
    }
}
