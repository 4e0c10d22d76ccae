using EngagementHub.Core.Hosting;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Web;
using EngagementHub.Records.Disclosure;
using EngagementHub.Records.People;
using EngagementHub.Records.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Records;

/// <summary>What the hub keeps, for how long, and what of it people and the public may have.</summary>
public sealed class RecordsModule : IModule
{
    internal const string Disclose = "records.disclose";
    internal const string ServePeople = "records.people";
    internal const string Retain = "records.retention";

    /// <inheritdoc/>
    public string Name => "Records";

    /// <inheritdoc/>
    public string Description => "What is kept and for how long, what people may see of it, and what is released to the public";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity"];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Disclose, "Release posts and hosting periods with names struck out", StandardRoles.Administrator),
        new(ServePeople, "Give people what is kept about them, and forget people who have left", StandardRoles.Administrator),
        new(Retain, "Decide how long what is kept", StandardRoles.Administrator),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } =
    [
        new("Releases", "/records/disclosure", 96, Disclose, "/administration"),
        new("Records of people", "/records/people", 97, ServePeople, "/administration"),
        new("Retention", "/records/retention", 98, Retain, "/administration"),
    ];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Things { get; } = new Dictionary<string, string>
    {
        ["records.pack"] = "A release to the public",
        ["records.retention"] = "How long is kept",
        ["records.retention-run"] = "What was old enough",
    };

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddScoped<Binding>().AddScoped<PersonFiles>().AddScoped<Erasure>().AddScoped<RetentionBook>().AddSingleton<IHoldPeople, RecordHoldings>().AddScoped<IDescribeSubject, RecordsSubjects>();
        services.AddJob<ApplyRetention>();
        services.AddSingleton(RetainedRecord.Of<DisclosurePack>(
            ("records.packs", "What was marked for a release, and why", "A complaint about a release can come late; the released file itself is not kept here."), (1095, 365), before => p => p.ChangedAt < before));
        services.AddSingleton(RetainedRecord.Fixed("records.searches", "What people searched for", "Not at all", "Searches are not recorded."));
        services.AddPages(pages => pages
            .AuthorizePage("/Records/Mine", Policies.Staff).AuthorizeFolder("/Records/Disclosure", Disclose)
            .AuthorizePage("/Records/People/Index", ServePeople).AuthorizePage("/Records/People/Person", ServePeople).AuthorizePage("/Records/People/Forget", ServePeople)
            .AuthorizeFolder("/Records/Retention", Retain));
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyMapsOf(typeof(RecordsModule).Assembly);
}
