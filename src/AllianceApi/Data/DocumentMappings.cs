using AllianceApi.Graph;
using AllianceApi.Kinds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AllianceApi.Data;

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>, IEntityTypeConfiguration<StoredSection>, IEntityTypeConfiguration<StoredPassage>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint("CK_Documents_Sha256", "length(\"Sha256\") = 64"));
        builder.Ignore(document => document.Sections).Ignore(document => document.Passages);
    }

    public void Configure(EntityTypeBuilder<StoredSection> builder)
    {
        builder.ToTable("Sections").HasKey(section => new { section.DocumentId, section.Id });
        builder.HasOne<Document>().WithMany().HasForeignKey(section => section.DocumentId);
        builder.HasOne<StoredSection>().WithMany().HasForeignKey(section => new { section.DocumentId, section.ParentId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(section => section.ParentId);
    }

    public void Configure(EntityTypeBuilder<StoredPassage> builder)
    {
        builder.ToTable("Passages", table =>
        {
            table.HasCheckConstraint("CK_Passages_Place", "\"Start\" >= 0 AND \"End\" > \"Start\"");
            table.HasCheckConstraint("CK_Passages_Sha256", "length(\"Sha256\") = 64");
        });
        builder.HasKey(passage => new { passage.DocumentId, passage.Locator });
        builder.HasIndex(passage => new { passage.DocumentId, passage.Start }).IsUnique();
        builder.HasOne<Document>().WithMany().HasForeignKey(passage => passage.DocumentId);
        builder.HasOne<StoredSection>().WithMany().HasForeignKey(passage => new { passage.DocumentId, passage.SectionId });
    }
}

internal sealed class StatementMapping :
    IEntityTypeConfiguration<Statement>, IEntityTypeConfiguration<CitationLink>, IEntityTypeConfiguration<BearerLink>, IEntityTypeConfiguration<SupportLink>
{
    public void Configure(EntityTypeBuilder<Statement> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint("CK_Statements_Id", "length(\"Id\") BETWEEN 1 AND 100"));
        builder.HasOne<Document>().WithMany().HasForeignKey(statement => statement.Document).OnDelete(DeleteBehavior.Restrict);
        builder.Property(statement => statement.Document).HasColumnName("DocumentId");
        builder.Ignore(statement => statement.Passages).Ignore(statement => statement.AttributedTo)
            .Ignore(statement => statement.Asserts).Ignore(statement => statement.Denies).Ignore(statement => statement.Facts);
    }

    public void Configure(EntityTypeBuilder<CitationLink> builder)
    {
        builder.HasKey(link => new { link.StatementId, link.DocumentId, link.Locator });
        builder.HasOne<Statement>().WithMany().HasForeignKey(link => link.StatementId);
        builder.HasOne<StoredPassage>().WithMany().HasForeignKey(link => new { link.DocumentId, link.Locator }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BearerLink> builder)
    {
        builder.HasKey(link => new { link.StatementId, link.EntityId });
        builder.HasOne<Statement>().WithMany().HasForeignKey(link => link.StatementId);
        builder.HasOne<Entity>().WithMany().HasForeignKey(link => link.EntityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SupportLink> builder)
    {
        builder.HasKey(link => new { link.StatementId, link.FactId });
        builder.HasOne<Statement>().WithMany().HasForeignKey(link => link.StatementId);
        builder.HasOne<StoredFact>().WithMany().HasForeignKey(link => link.FactId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FactMapping : IEntityTypeConfiguration<StoredFact>
{
    public void Configure(EntityTypeBuilder<StoredFact> builder)
    {
        builder.ToTable("Facts", table => table.HasCheckConstraint("CK_Facts_Form",
            """
            ("PredicateId" IS NULL) = ("ObjectId" IS NULL) AND ("Attribute" IS NULL) = ("Value" IS NULL)
            AND ("PredicateId" IS NULL) <> ("Attribute" IS NULL) AND ("Attribute" IS NULL OR NOT "Negated")
            """));
        builder.HasOne<Entity>().WithMany().HasForeignKey(fact => fact.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Entity>().WithMany().HasForeignKey(fact => fact.ObjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Predicate>().WithMany().HasForeignKey(fact => fact.PredicateId).OnDelete(DeleteBehavior.Restrict);
    }
}
