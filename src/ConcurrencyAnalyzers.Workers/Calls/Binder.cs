using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>
/// Makes methods of given types ready to be called. Itself made without arguments: the runtime makes code for a constructor with some
/// when it is called by reflection for the second time, and a job would wait for that.
/// </summary>
internal abstract class Binder
{
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(Binder<,>))]
    public static Binder For(Type parameter, Type result) => (Binder)Activator.CreateInstance(typeof(Binder<,>).MakeGenericType(parameter, result))!;

    public abstract IBoundMethod Bind(MethodInfo method, bool hasParameter);

    public abstract IBoundMethod BindForMany(MethodInfo method, MethodSignature signature);
}

internal sealed class Binder<T, TResult> : Binder
{
    public override IBoundMethod Bind(MethodInfo method, bool hasParameter) => new BoundFunction<T, TResult>(method, hasParameter);

    public override IBoundMethod BindForMany(MethodInfo method, MethodSignature signature) => BoundChunk<T, TResult>.Create(method, signature);
}
