using EngagementHub.Identity;
using EngagementHub.Identity.Provider;
using EngagementHub.Identity.Sessions;
using EngagementHub.Identity.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EngagementHub.Tests.Identity;

/// <summary>Who somebody is follows from issuer and subject, and from nothing else that a provider says.</summary>
public sealed class ReceptionTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task Two_providers_that_say_the_same_of_somebody_speak_of_two_people()
    {
        var one = await Receive(Saying("https://one.example", "42", "Jo Same", "jo@department.example"));
        var other = await Receive(Saying("https://other.example", "42", "Jo Same", "jo@department.example"));
        var again = await Receive(Saying("https://one.example", "42", "Jo Renamed", "jo@department.example"));

        Assert.NotEqual(one.Id, other.Id);
        Assert.Equal((one.Id, "Jo Renamed"), (again.Id, again.Name));
        Assert.Equal(("jo-same", "jo-same-2"), (one.UserName, other.UserName));
    }

    [Fact]
    public async Task Who_was_invited_takes_their_place_when_the_provider_has_verified_the_address_and_a_setting_allows_it()
    {
        var unverified = Saying("https://one.example", "sam-1", "Sam", "sam@department.example") with { MailIsVerified = false };

        Assert.NotEqual(People.Sam.Value, (await Receive(unverified, ("BindByMail", "true"))).Id);
        Assert.NotEqual(People.Tom.Value, (await Receive(Saying("https://one.example", "tom-1", "Tom", "tom@department.example"))).Id);
        Assert.Equal(People.Grace.Value, (await Receive(Saying("https://one.example", "grace-1", "Grace", "Grace@Department.example"), ("BindByMail", "true"))).Id);
        Assert.NotEqual(People.Grace.Value, (await Receive(Saying("https://other.example", "grace-2", "Grace", "grace@department.example"), ("BindByMail", "true"))).Id);
    }

    [Fact]
    public async Task Where_people_are_invited_nobody_else_comes_in()
    {
        var stranger = Saying("https://one.example", "stranger", "A Stranger", "stranger@department.example");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Receive(stranger, ("NewPeople", "InvitedOnly")));

        Assert.Equal(Refusal.NotInvited, refused.Why);
    }

    [Fact]
    public async Task Who_left_stays_out()
    {
        var known = await Receive(Saying("https://one.example", "leaver", "Lee Leaver"));
        await hub.In<object?>(async (_, db) =>
        {
            (await db.Staff.SingleAsync(s => s.Id == known.Id)).Leave(People.Ada, hub.Clock.Now);
            return null;
        });

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Receive(Saying("https://one.example", "leaver", "Lee Leaver")));

        Assert.Equal(Refusal.HasLeft, refused.Why);
    }

    [Fact]
    public async Task The_provider_decides_the_roles_that_are_mapped_at_each_sign_in_and_leaves_the_others_alone()
    {
        var mapped = ("Roles:Moderator:0", "grp-7");
        var claimed = Saying("https://one.example", "mo", "Mo Derator");
        var person = await Receive(claimed with { Roles = ["grp-7", "grp-9"] }, mapped);
        Assert.Equal(["Moderator"], person.Roles);
        await hub.In<object?>(async (_, db) =>
        {
            (await db.Staff.SingleAsync(s => s.Id == person.Id)).ChangeRoles(["Moderator", "Service owner"], People.Ada, hub.Clock.Now);
            return null;
        });

        var later = await Receive(claimed, mapped);

        Assert.Equal(["Service owner"], later.Roles);
        var on = new SubjectRef("identity.staff", person.Id);
        var lines = await hub.In((_, db) => db.Audit.Where(a => a.On == on && a.What == "identity.staff.roles-followed").OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(["Moderator, says the identity provider", "Service owner, says the identity provider"], lines.Select(l => l.Why));
        Assert.All(lines, l => Assert.Equal(new DateTimeOffset(2007, 4, 23, 23, 0, 0, TimeSpan.Zero), l.At));
    }

    [Theory]
    [InlineData("first-by-subject", null, "first-by-subject")]
    [InlineData("x-1", "first@department.example", "first@department.example")]
    public async Task The_first_administrator_is_named_by_a_setting_and_only_while_there_is_none(string subject, string? mail, string named)
    {
        await using var empty = new HubFixture();
        var person = await Receive(empty, Saying("https://one.example", subject, "Fi First", mail), ("FirstAdministrator", named), ("NewPeople", "InvitedOnly"));
        Assert.Equal(["Administrator"], person.Roles);

        var second = await Receive(empty, Saying("https://other.example", subject, "Si Second", mail), ("FirstAdministrator", named));
        Assert.Empty(second.Roles);
    }

    [Fact]
    public async Task The_provider_may_take_the_last_administrator_away_and_the_audit_trail_says_so_until_the_setting_names_one_again()
    {
        await using var empty = new HubFixture();
        var mapped = ("Roles:Administrator:0", "grp-admin");
        var (ada, bea) = (Saying("https://one.example", "ada-1", "Ada One"), Saying("https://one.example", "bea-1", "Bea One"));
        await Receive(empty, ada with { Roles = ["grp-admin"] }, mapped);
        await Receive(empty, bea with { Roles = ["grp-admin"] }, mapped);

        Assert.Empty((await Receive(empty, bea, mapped)).Roles);
        Assert.Empty(await NobodyLines(empty));
        Assert.Empty((await Receive(empty, ada, mapped)).Roles);

        Assert.Contains("the last administrator", Assert.Single(await NobodyLines(empty)), StringComparison.Ordinal);
        Assert.Equal(["Administrator"], (await Receive(empty, ada, mapped, ("FirstAdministrator", "ada-1"))).Roles);
        Assert.Equal(["Administrator"], (await Receive(empty, ada, mapped, ("FirstAdministrator", "ada-1"))).Roles);
        Assert.Single(await NobodyLines(empty));
    }

    [Fact]
    public async Task Two_whom_the_provider_takes_the_role_from_at_the_same_moment_are_seen_to_leave_nobody()
    {
        await using var empty = new HubFixture();
        var mapped = ("Roles:Administrator:0", "grp-admin");
        Claimed[] both = [Saying("https://one.example", "ada-1", "Ada One"), Saying("https://one.example", "bea-1", "Bea One")];
        foreach (var claimed in both)
        {
            await Receive(empty, claimed with { Roles = ["grp-admin"] }, mapped);
        }

        await Task.WhenAll(both.Select(claimed => Receive(empty, claimed, mapped)));

        Assert.Single(await NobodyLines(empty));
    }

    [Fact]
    public async Task An_address_that_is_not_verified_makes_nobody_administrator()
    {
        await using var empty = new HubFixture();
        var person = await Receive(empty, Saying("https://one.example", "y", "Fi First", "first@department.example") with { MailIsVerified = false }, ("FirstAdministrator", "first@department.example"));

        Assert.Empty(person.Roles);
    }

    [Fact]
    public async Task The_same_person_in_two_windows_at_once_is_one_person()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Receive(Saying("https://one.example", "twice", "Wanda Twice"))));

        Assert.Single(people.Select(p => p.Id).Distinct());
    }

    private static Task<List<string?>> NobodyLines(HubFixture hub) => hub.In((_, db) => db.Audit.Where(a => a.What == "identity.staff.nobody-administers").Select(a => a.Why).ToListAsync());

    private static Claimed Saying(string issuer, string subject, string name, string? mail = null) =>
        new(issuer, subject, null, name, null, mail, mail is not null, [], new Proof(DateTimeOffset.UnixEpoch, issuer));

    private Task<StaffMember> Receive(Claimed claimed, params (string Key, string Value)[] settings) => Receive(hub, claimed, settings);

    private static Task<StaffMember> Receive(HubFixture hub, Claimed claimed, params (string Key, string Value)[] settings) => hub.In(async (services, db) =>
    {
        var read = SignInSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"SignIn:{s.Key}", (string?)s.Value))).Build());
        var id = await new Reception(db, read, services.GetRequiredService<LastAdministrator>(), hub.Clock, services.GetRequiredService<IOptions<EngagementHub.Core.Web.HubOptions>>(), NullLogger<Reception>.Instance).ReceiveAsync(claimed, TestContext.Current.CancellationToken);
        return await db.Staff.SingleAsync(s => s.Id == id.Value);
    });
}
