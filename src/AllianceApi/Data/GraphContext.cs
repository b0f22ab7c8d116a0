using AllianceApi.Graph;
using AllianceApi.Kinds;
using Microsoft.EntityFrameworkCore;

namespace AllianceApi.Data;

/// <summary>The store: every record once. What statements, entities and documents hold in lists stands in link tables with foreign keys.</summary>
internal sealed class GraphContext(DbContextOptions<GraphContext> options) : DbContext(options)
{
    public DbSet<GraphIdentity> Identity => Set<GraphIdentity>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<PastVersion> Versions => Set<PastVersion>();

    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<StoredSection> Sections => Set<StoredSection>();

    public DbSet<StoredPassage> Passages => Set<StoredPassage>();

    public DbSet<Predicate> Predicates => Set<Predicate>();

    public DbSet<ExclusionLink> Exclusions => Set<ExclusionLink>();

    public DbSet<Entity> Entities => Set<Entity>();

    public DbSet<SummaryLink> Summaries => Set<SummaryLink>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<CitationLink> Citations => Set<CitationLink>();

    public DbSet<BearerLink> Bearers => Set<BearerLink>();

    public DbSet<StoredFact> Facts => Set<StoredFact>();

    public DbSet<SupportLink> Supports => Set<SupportLink>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GraphContext).Assembly);
        foreach (var kind in Catalogue.Kinds)
            EntityMapping.Map(modelBuilder, kind);
    }
}
