using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>One thing that a value can be.</summary>
internal abstract record Atom
{
    /// <summary>The object at a path.</summary>
    internal sealed record Object(AccessPath Path) : Atom;

    /// <summary>A delegate over a body; <paramref name="Receiver"/> is its target object, null for a lambda of this member or a static.</summary>
    internal sealed record Delegate(string BodyId, AccessPath? Receiver, bool IsClosure) : Atom
    {
        /// <summary>Put once into the collection that it comes from: whoever walks that runs it once.</summary>
        public bool IsItem { get; init; }

        /// <summary>What stands for the run of the function whose variables it holds, where that is not the body at hand.</summary>
        public AccessPath? Frame { get; init; }
    }

    /// <summary>Waiting for the value joins the fork.</summary>
    internal sealed record Handle(Fork Fork) : Atom;

    /// <summary>The result of trying to take a lock: true means held.</summary>
    internal sealed record Attempt(AccessPath Lock, LockMode Mode) : Atom;

    /// <summary>Whether work has come to its end: true means that it has been waited for.</summary>
    internal sealed record Ended(AbstractValue Work) : Atom;

    /// <summary>A sequence that calls a delegate for each item when it is walked.</summary>
    internal sealed record Mapped(AbstractValue Function, AbstractValue Items, int Node) : Atom;
}

/// <summary>What a value can be: a few atoms, or unknown. Immutable.</summary>
internal sealed class AbstractValue : IEquatable<AbstractValue>
{
    public const int MaxAtoms = 6;

    public static readonly AbstractValue Unknown = new(ImmutableArray<Atom>.Empty);

    private AccessPath[]? _objects;
    private Fork[]? _handles;
    private Atom.Delegate[]? _delegates;

    private AbstractValue(ImmutableArray<Atom> atoms) => Atoms = atoms;

    public ImmutableArray<Atom> Atoms { get; }

    public bool IsUnknown => Atoms.IsEmpty;

    public IReadOnlyList<AccessPath> Objects => _objects ??= Pick(static atom => (atom as Atom.Object)?.Path);

    public IReadOnlyList<Fork> Handles => _handles ??= Pick(static atom => (atom as Atom.Handle)?.Fork);

    public IReadOnlyList<Atom.Delegate> Delegates => _delegates ??= Pick(static atom => atom as Atom.Delegate);

    /// <summary>The one object it is; null when it can be several or something else.</summary>
    public AccessPath? Single => Atoms.Length == 1 && Atoms[0] is Atom.Object { Path: var path } ? path : null;

    public static AbstractValue Of(params Atom[] atoms) => new(atoms.ToImmutableArray());

    public static AbstractValue Of(AccessPath? path) => path is null ? Unknown : new(ImmutableArray.Create<Atom>(new Atom.Object(path)));

    public static AbstractValue From(IEnumerable<Atom> atoms)
    {
        var distinct = ImmutableArray<Atom>.Empty;
        foreach (var atom in atoms)
            if (!distinct.Contains(atom) && (distinct = distinct.Add(atom)).Length > MaxAtoms)
                break;
        return distinct.IsEmpty ? Unknown : distinct.Length > MaxAtoms ? new(distinct.RemoveAll(static atom => atom is not Atom.Handle)) : new(distinct);
    }

    /// <summary>With its delegates marked as items that were put in once, or with the mark taken away.</summary>
    public AbstractValue AsItems(bool isItem)
    {
        if (Delegates.Count == 0)
            return this;
        return From(Atoms.Select(atom => atom is Atom.Delegate target && target.IsItem != isItem ? target with { IsItem = isItem } : atom));
    }

    public AbstractValue Union(AbstractValue other) => ReferenceEquals(this, other) || Holds(other) ? this : IsUnknown ? other : From(Atoms.Concat(other.Atoms));

    public bool Equals(AbstractValue? other) => other is not null && (ReferenceEquals(this, other) || Atoms.Length == other.Atoms.Length && other.Holds(this));

    public override bool Equals(object? obj) => Equals(obj as AbstractValue);

    public override int GetHashCode() => Atoms.Length;

    private bool Holds(AbstractValue other)
    {
        foreach (var atom in other.Atoms)
            if (!Atoms.Contains(atom))
                return false;
        return true;
    }

    private T[] Pick<T>(Func<Atom, T?> pick) where T : class
    {
        var count = 0;
        foreach (var atom in Atoms)
            if (pick(atom) is not null)
                count++;
        if (count == 0)
            return Array.Empty<T>();
        var picked = new T[count];
        count = 0;
        foreach (var atom in Atoms)
            if (pick(atom) is { } one)
                picked[count++] = one;
        return picked;
    }
}
