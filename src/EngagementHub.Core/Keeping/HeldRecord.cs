using System.Linq.Expressions;
using System.Text.Json.Nodes;
using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Keeping;

/// <summary>A kind of record that names people: how a person's own are found, and what becomes of them when the person is forgotten.</summary>
public abstract class HeldRecord(string title)
{
    /// <summary>What it is, in words, as in "Comments under your name".</summary>
    public string Title { get; } = title;

    /// <summary>The entity.</summary>
    public abstract Type Kind { get; }

    /// <summary>What becomes of it.</summary>
    public Fate Fate { get; private protected set; } = Fate.Stays;

    /// <summary>Why, in one sentence.</summary>
    public string Why { get; private protected set; } = "";

    /// <summary>Whether it is an act of office that readers were shown under the name.</summary>
    public bool IsInOffice { get; private protected set; }

    /// <summary>A kind of record.</summary>
    /// <param name="title">What it is, in words.</param>
    /// <param name="ofPerson">Which are a person's.</param>
    public static HeldRecord<T> Of<T>(string title, Func<StaffCard, Expression<Func<T, bool>>> ofPerson)
        where T : class => new(title, ofPerson, null);

    /// <summary>A kind of record that names people inside a list, where the database cannot look: all of them are read.</summary>
    public static HeldRecord<T> Among<T>(string title, Func<T, StaffCard, bool> isOfPerson)
        where T : class => new(title, _ => _ => true, isOfPerson);

    /// <summary>The person's records with everything that is kept in them.</summary>
    public abstract Task<IReadOnlyList<JsonObject>> ReadAsync(HubDb db, StaffCard person, CancellationToken cancellation = default);

    /// <summary>How many there are.</summary>
    public abstract Task<int> CountAsync(HubDb db, StaffCard person, CancellationToken cancellation = default);

    /// <summary>Forgets the person in them, in the current unit of work. The caller saves.</summary>
    public abstract Task ForgetAsync(HubDb db, Forgetting forgetting, CancellationToken cancellation = default);
}

/// <summary>A kind of record that names people.</summary>
public sealed class HeldRecord<T> : HeldRecord
    where T : class
{
    private readonly Func<StaffCard, Expression<Func<T, bool>>> _ofPerson;
    private readonly Func<T, StaffCard, bool>? _among;
    private Action<T, Forgetting>? _forget;
    private HashSet<string> _secret = [];

    internal HeldRecord(string title, Func<StaffCard, Expression<Func<T, bool>>> ofPerson, Func<T, StaffCard, bool>? among)
        : base(title) => (_ofPerson, _among) = (ofPerson, among);

    /// <inheritdoc/>
    public override Type Kind => typeof(T);

    /// <summary>It is removed when the person is forgotten.</summary>
    public HeldRecord<T> Removed(string why) => Become(Fate.Removed, why);

    /// <summary>It stays as it is.</summary>
    public HeldRecord<T> Stays(string why) => Become(Fate.Stays, why);

    /// <summary>It stays and no longer says who it was.</summary>
    public HeldRecord<T> Unnamed(string why, Action<T, Forgetting> forget)
    {
        _forget = forget;
        return Become(Fate.Unnamed, why);
    }

    /// <summary>It was signed in office: the name stays under it unless somebody decides otherwise.</summary>
    public HeldRecord<T> InOffice()
    {
        IsInOffice = true;
        return this;
    }

    /// <summary>Leaves out of what the person is given what is a key and says nothing about them.</summary>
    public HeldRecord<T> Without(params IReadOnlyList<string> properties)
    {
        _secret = [.. properties];
        return this;
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<JsonObject>> ReadAsync(HubDb db, StaffCard person, CancellationToken cancellation = default)
    {
        var found = await FindAsync(db.Set<T>().AsNoTracking(), person, cancellation);
        return [.. found.Select(record => RecordText.Of(db.Model, record, _secret))];
    }

    /// <inheritdoc/>
    public override async Task<int> CountAsync(HubDb db, StaffCard person, CancellationToken cancellation = default) => _among is null
        ? await db.Set<T>().CountAsync(_ofPerson(person), cancellation)
        : (await FindAsync(db.Set<T>().AsNoTracking(), person, cancellation)).Count;

    /// <inheritdoc/>
    public override async Task ForgetAsync(HubDb db, Forgetting forgetting, CancellationToken cancellation = default)
    {
        if (Fate == Fate.Stays || (IsInOffice && forgetting.KeepsNameInOffice))
        {
            return;
        }

        var found = await FindAsync(db.Set<T>(), forgetting.Card, cancellation);
        if (Fate == Fate.Removed)
        {
            db.RemoveRange(found);
        }
        else
        {
            found.ForEach(record => _forget!(record, forgetting));
        }
    }

    private HeldRecord<T> Become(Fate fate, string why)
    {
        (Fate, Why) = (fate, why);
        return this;
    }

    private async Task<List<T>> FindAsync(IQueryable<T> records, StaffCard person, CancellationToken cancellation)
    {
        var found = await records.Where(_ofPerson(person)).ToListAsync(cancellation);
        return _among is null ? found : [.. found.Where(record => _among(record, person))];
    }
}
