using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// The stamp of everything that facts of one tree depend on besides the tree: the declarations of all trees, the
/// references, the options. Computed when it is first compared: a compiler process, which sees one compilation, never
/// pays for it. Holds trees until then, and never the compilation. Thread-safe.
/// </summary>
internal sealed class DeclarationStamp : IEquatable<DeclarationStamp>
{
    private readonly object _gate = new();
    private readonly string _options;
    private IReadOnlyCollection<SyntaxTree>? _trees;
    private ImmutableArray<string> _references;
    private string? _value;

    /// <param name="knowledge">Names the facts that the user added.</param>
    public DeclarationStamp(Compilation compilation, string knowledge)
    {
        _trees = compilation.SyntaxTrees.ToArray();
        _references = compilation.References.Select(static reference => reference.Display ?? "").ToImmutableArray();
        _options = compilation.AssemblyName + "|" + compilation.Options.OutputKind + compilation.Options.NullableContextOptions + knowledge;
    }

    public bool Equals(DeclarationStamp? other) => ReferenceEquals(this, other) || other is not null && Value() == other.Value();

    public override bool Equals(object? obj) => Equals(obj as DeclarationStamp);

    public override int GetHashCode() => Value().GetHashCode();

    private string Value()
    {
        lock (_gate)
        {
            if (_value is not null)
                return _value;
            var digest = DeclarationDigest.Mix(DeclarationDigest.Seed, _options);
            foreach (var tree in _trees!)
                digest = unchecked((digest ^ DeclarationDigest.Of(tree, CancellationToken.None)) * 1099511628211);
            foreach (var reference in _references)
                digest = DeclarationDigest.Mix(digest, reference);
            (_trees, _references) = (null, ImmutableArray<string>.Empty);
            return _value = digest.ToString("x16", System.Globalization.CultureInfo.InvariantCulture) + _options;
        }
    }
}
