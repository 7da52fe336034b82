using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Locks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Facts;

internal sealed partial class BodyLowering
{
    private void Using(IUsingOperation @using)
    {
        if (LockScopeOf(@using.Resources) is { } scope)
            Region(scope, @using.Syntax.Spot(), () => Statement(@using.Body));
        else
            Scope(@using.Resources, @using.IsAsynchronous, @using.Syntax.Spot(), () => Statement(@using.Body));
    }

    private void UsingUntilEnd(IUsingDeclarationOperation declaration, TextSpan span, Action rest)
    {
        if (LockScopeOf(declaration.DeclarationGroup) is { } scope)
            Region(scope, span, rest);
        else
            Scope(declaration.DeclarationGroup, declaration.IsAsynchronous, span, rest);
    }

    private sealed record Disposed(IOperation Source, Value Value, IMethodSymbol? Method);

    /// <summary>
    /// A resource whose type we can read: what it locks when it is made is held to the end of the block, and then its
    /// Dispose runs. Resources of the BCL hold no lock that we know of; they are plain values.
    /// </summary>
    private void Scope(IOperation resources, bool isAsync, TextSpan span, Action body)
    {
        var number = member.NextCall();
        var disposals = ImmutableArray<Disposed>.Empty;
        var start = _out.Count;
        _out.Add(new ScopeMark(span, number, ScopePhase.Opening));
        if (resources is IVariableDeclarationGroupOperation group)
        {
            Statement(group);
            disposals = group.Declarations.SelectMany(static declaration => declaration.Declarators).Where(declarator => IsReadable(declarator.Symbol.Type, isAsync))
                .Select(declarator => new Disposed(declarator, new Value.Local(Symbols.Variable(declarator.Symbol)), DisposalOf(declarator.Symbol.Type, isAsync))).ToImmutableArray();
        }
        else
        {
            var value = Evaluate(resources);
            if (IsReadable(Unwrap(resources).Type, isAsync))
                disposals = ImmutableArray.Create(new Disposed(resources, value, DisposalOf(Unwrap(resources).Type, isAsync)));
        }

        if (disposals.IsEmpty)
        {
            _out.RemoveAt(start);
            body();
            return;
        }

        _out.Add(new ScopeMark(span, number, ScopePhase.Open));
        _out.Add(new TryNode(span, Inside(span, body), ImmutableArray<Node>.Empty, Inside(new TextSpan(span.End, 0), () =>
        {
            foreach (var (source, value, method) in disposals.Reverse())
            {
                if (method is null)
                    continue;
                var result = AddCall(source, Symbols.Method(method, method.ContainingType), value, ImmutableArray<Argument>.Empty, isDelegate: false);
                if (isAsync)
                    _out.Add(new Await(source.Syntax.Spot(), result));
            }

            _out.Add(new ScopeMark(span, number, ScopePhase.Closed));
        })));
    }

    private bool IsReadable(ITypeSymbol? type, bool isAsync) => type is { TypeKind: TypeKind.Interface } || type is not null
        && (type.Locations.Any(static location => location.IsInSource) || DisposalOf(type, isAsync) is { } disposal && Symbols.Knowledge.RoleOf(Symbols.Method(disposal, null).Key) != MemberRole.None);

    private static IMethodSymbol? DisposalOf(ITypeSymbol? type, bool isAsync)
    {
        var name = isAsync ? "DisposeAsync" : "Dispose";
        for (var current = type; current is not null; current = current.BaseType)
            foreach (var candidate in current.GetMembers(name))
                if (candidate is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false } method)
                    return method;
        return null;
    }

    private void Region(LockScope scope, TextSpan span, Action body)
    {
        var value = Evaluate(scope.Call.Instance);
        foreach (var argument in scope.Call.Arguments)
            Evaluate(argument.Value);
        if (scope.IsAwaited)
            _out.Add(new Await(scope.Call.Syntax.Spot(), Value.Unknown));
        _out.Add(new LockRegion(span, scope.IsKeyed ? Value.Unknown : value, ShapeOf(scope.Call.Instance!), scope.Call.Syntax.Spot(), Inside(span, body))
        {
            IsLockType = true,
            Mode = scope.Mode,
        });
    }

    /// <param name="IsKeyed">One lock object hands out a lock per key: which one is held is unknown.</param>
    private readonly record struct LockScope(IInvocationOperation Call, LockMode Mode, bool IsAwaited, bool IsKeyed);

    private LockScope? LockScopeOf(IOperation? resources)
    {
        var value = resources switch
        {
            IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var declarator] }] } => declarator.Initializer?.Value,
            _ => resources,
        };
        if (value is null)
            return null;
        var call = Unwrap(value);
        var isAwaited = false;
        if (call is IAwaitOperation awaited)
        {
            isAwaited = true;
            call = Unwrap(awaited.Operation);
            if (call is IInvocationOperation { Instance: { } task, TargetMethod.Name: "ConfigureAwait" })
                call = Unwrap(task);
            else if (call is IInvocationOperation { Instance: null, TargetMethod.IsExtensionMethod: true, Arguments: [{ Value: { } wrapped }], Type: { } made } && SymbolFacts.IsAwaitable(made))
                call = Unwrap(wrapped);
        }

        if (call is not IInvocationOperation { Instance: { } owner } invocation)
            return null;
        if (Symbols.Knowledge.RoleOf(Symbols.Method(invocation.TargetMethod, null).Key) == MemberRole.LockScope)
            return new(invocation, LockMode.Exclusive, isAwaited, IsKeyed: false);

        // Nobody locks a value, and its members are there to be read: they say what they take.
        if (Unwrap(owner).Type is { IsValueType: true } && invocation.TargetMethod.Locations.Any(static location => location.IsInSource))
            return null;
        return LockNames.ModeOf(Unwrap(owner).Type, invocation.TargetMethod) is { } mode
            ? new(invocation, mode, isAwaited, LockNames.IsKeyed(invocation.TargetMethod))
            : null;
    }
}
