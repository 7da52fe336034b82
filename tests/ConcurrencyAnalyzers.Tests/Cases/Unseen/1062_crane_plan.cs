namespace Cases.L1062;

public enum MoveState { Planned, Running, Done }

public sealed class CraneMove(string container, int bay)
{
    public string Container { get; } = container;
    public int Bay { get; } = bay;
    internal MoveState State { get; set; } = MoveState.Planned;
}

public sealed class CranePlan
{
    private readonly Lock _sync = new();
    private readonly LinkedList<CraneMove> _moves = new();
    private readonly Dictionary<string, LinkedListNode<CraneMove>> _byContainer = new();
    private int _finished;

    public bool Plan(string container, int bay)
    {
        lock (_sync)
        {
            if (_byContainer.ContainsKey(container))
            {
                return false;
            }
            AppendCore(new CraneMove(container, bay));
            return true;
        }
    }

    public bool Postpone(string container)
    {
        lock (_sync)
        {
            if (!_byContainer.TryGetValue(container, out var node) || node.Value.State != MoveState.Planned)
            {
                return false;
            }
            CraneMove move = node.Value;
            RemoveCore(node);
            AppendCore(move);
            return true;
        }
    }

    public (string Container, int Bay)? StartNext()
    {
        lock (_sync)
        {
            for (var node = _moves.First; node is not null; node = node.Next)
            {
                if (node.Value.State == MoveState.Planned)
                {
                    node.Value.State = MoveState.Running;
                    return (node.Value.Container, node.Value.Bay);
                }
            }
            return null;
        }
    }

    public void Finish(string container)
    {
        lock (_sync)
        {
            if (_byContainer.TryGetValue(container, out var node))
            {
                node.Value.State = MoveState.Done;
                RemoveCore(node);
                _finished++;
            }
        }
    }

    public (int Waiting, int Finished) Progress()
    {
        lock (_sync)
        {
            return (_moves.Count, _finished);
        }
    }

    private void AppendCore(CraneMove move) => _byContainer[move.Container] = _moves.AddLast(move);

    private void RemoveCore(LinkedListNode<CraneMove> node)
    {
        _moves.Remove(node);
        _byContainer.Remove(node.Value.Container);
    }
}
