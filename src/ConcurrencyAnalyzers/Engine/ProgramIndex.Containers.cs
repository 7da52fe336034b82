using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Engine;

/// <summary>What the program tells frameworks: registrations, endpoints, attributes of members.</summary>
internal sealed partial class ProgramIndex
{
    private static readonly string[] s_containers = ["Microsoft.Extensions.DependencyInjection.IServiceCollection", "Hangfire.BackgroundJob"];

    private static readonly string[] s_userInterfaces = ["System.Windows.Forms.Control", "System.Windows.DependencyObject", "Microsoft.UI.Xaml.DependencyObject", "Microsoft.Maui.Controls.BindableObject", "Avalonia.AvaloniaObject", "Xamarin.Forms.BindableObject"];

    private static readonly string[] s_testFrameworks = ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    private readonly bool _hasContainer;
    private bool? _hasUserInterface;
    private bool? _isTestProject;
    private readonly List<Registration> _registrations = [];
    private readonly HashSet<string> _requested = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _attributes = new(StringComparer.Ordinal);

    /// <summary>What the program tells dependency containers, tree by tree.</summary>
    public IReadOnlyList<Registration> Registrations => _registrations;

    /// <summary>Ids of the types that delegates of endpoints ask for.</summary>
    public IReadOnlyCollection<string> Requested => _requested;

    /// <summary>Has windows, and so a thread to which work comes back.</summary>
    public bool HasUserInterface => _hasUserInterface ??= s_userInterfaces.Any(name => _compilation.GetTypeByMetadataName(name) is not null);

    /// <summary>Delegates are handed to requests somewhere.</summary>
    public bool HasEndpoints { get; private set; }

    /// <summary>A library that is written for servers: who uses it serves requests.</summary>
    public bool IsServerLibrary => _compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary && _compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.HttpContext") is not null;

    /// <summary>Tests stand in for frameworks and call one thing after the other.</summary>
    public bool IsTestProject => _isTestProject ??= _compilation.ReferencedAssemblyNames.Any(static assembly => s_testFrameworks.Contains(assembly.Name));

    public IEnumerable<TypeFacts> Types => _types.Values;

    /// <summary>The attributes of a member that a framework looks for.</summary>
    public ImmutableArray<string> AttributesOf(string memberId) => _attributes.TryGetValue(memberId, out var attributes) ? attributes : ImmutableArray<string>.Empty;

    /// <summary>Whether a body overrides or implements a member of another type.</summary>
    public bool IsImplementing(string memberId) => _implemented.ContainsKey(memberId);

    /// <summary>The members that a body overrides or implements.</summary>
    public ImmutableArray<string> ImplementedBy(string memberId) => _implemented.TryGetValue(memberId, out var ids) ? ids : ImmutableArray<string>.Empty;

    /// <summary>The members that override or implement a member.</summary>
    public IEnumerable<string> OverridesOf(string memberId) => _implementations.TryGetValue(memberId, out var ids) ? ids : Enumerable.Empty<string>();

    /// <summary>What a container makes for many is entered by many, whether or not its type mentions threads.</summary>
    private void AddServices()
    {
        var services = new HashSet<string>(_registrations.Where(static registration => registration.Lifetime is Lifetime.Singleton or Lifetime.Scoped or Lifetime.Job).Select(static registration => registration.ImplementationId), StringComparer.Ordinal);
        foreach (var id in services.ToArray())
            if (_types.TryGetValue(id, out var type))
                services.UnionWith(type.Bases);
        if (services.Count == 0)
            return;
        foreach (var owner in _trees)
            foreach (var member in owner.Facts.Members)
                if (services.Contains(member.TypeId))
                    _relevant.Add(member.Id);
    }
}
