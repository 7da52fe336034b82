namespace Torture.Recursive;

public class Node<T> : IComparable<Node<T>> where T : Node<T>
{
    public Node<T>? Next, Other;
    public Node<Node<T>.Inner>? Deep;
    public int Value;
    private readonly Lazy<Node<T>> _self;

    public Node() => _self = new(() => this);

    public class Inner : Node<Inner>
    {
        public class Innermost : Inner { public Innermost? Again; }
    }

    public int CompareTo(Node<T>? other) => other is null ? 1 : -other.CompareTo(this);

    public void Walk(int depth)
    {
        Value++;
        if (depth > 0)
        {
            Next?.Walk(depth - 1);
            new Thread(() => Walk(depth - 1)).Start();
            Parallel.Invoke(() => Even(depth), () => Odd(depth));
        }

        lock (this)
            lock (Next ?? this)
                Other?.Next?.Other?.Next?.Walk(0);
    }

    private bool Even(int n) => n == 0 || Odd(n - 1);
    private bool Odd(int n) => n != 0 && Even(n - 1);

    public void Loops()
    {
        Action? again = null;
        again = () => { Value--; Task.Run(again!); again?.Invoke(); };
        Task.Run(again);
        Local(3);
        void Local(int n) { if (n > 0) { Task.Run(() => Local(n - 1)); Value += n; Local(n - 2); } }
    }

    public async Task<int> LoopAsync(int n) => n == 0 ? Value++ : await LoopAsync(n - 1) + await Task.Run(() => LoopAsync(n - 2));
}

public interface IVisitor<out TResult> { TResult Visit<TOther>(IVisitor<TOther> other) => other.Visit(this) is TResult result ? result : default!; }

public class Expanding<T> { public Expanding<Expanding<T>>? Up; public Expanding<T> Grow() => Up!.Grow().Up is null ? this : this; }
